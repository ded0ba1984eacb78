using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;
using static Crm.Domain.Orders.SubscriptionStatus;

namespace Crm.Domain.Tests.Orders;

[Trait("Check", "OR-02")]
public class SubscriptionTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 1, 31, 8, 0);
    private static readonly LocalDate s_day = new(2026, 1, 31);
    private static readonly OrderId s_order = OrderId.New(s_now);

    [Fact]
    public void RandomActs_MoveAsTheTableSaysAndNowhereElse() => Machine.Check<Subscription, SubscriptionStatus>(
        now => Start(),
        s => s.Status,
        Active,
        new("renew", s => s.CanRenew(), (s, now) => s.Renew(s_order, now), s => s == Active ? Active : null),
        new("refuse", s => s.CanRenew(), (s, now) => s.RefuseRenewal("StockExhausted", s_day, now), s => s == Active ? Active : null),
        new("end", s => s.CanEnd(), (s, now) => s.End(now), _ => null),
        new("pause", s => s.CanPause(), (s, now) => s.Pause(s_day, now), s => s == Active ? Paused : null),
        new("resume", s => s.CanResume(), (s, now) => s.Resume(s_day, now), s => s == Paused ? Active : null),
        new("price", s => s.CanChangePrice(Eur(12)), (s, now) => s.ChangePrice(Eur(12), now), s => s is Active or Paused ? s : null),
        new("other currency", s => s.CanChangePrice(new Money(1, Currency.Usd)), (s, now) => s.ChangePrice(new Money(1, Currency.Usd), now), _ => null),
        new("cancel", s => s.CanCancel(), (s, now) => s.Cancel("Moved", s_day, now), s => s is Active or Paused ? Cancelled : null));

    // Begun on the 31st: the last day of a shorter month, and the 31st again.
    [Fact]
    public void Renew_BegunOnTheThirtyFirst_KeepsToTheEndOfTheMonth()
    {
        var subscription = Start();

        var days = Enumerable.Range(0, 5).Select(_ => Next(subscription)).ToList();

        days.Should().Equal(new(2026, 1, 31), new(2026, 2, 28), new(2026, 3, 31), new(2026, 4, 30), new LocalDate(2026, 5, 31));
        subscription.Periods.Should().Be(5);
    }

    [Fact]
    public void Resume_AddsTheDaysOfThePauseToThePeriod()
    {
        var subscription = Start();
        Next(subscription);
        subscription.Pause(new LocalDate(2026, 2, 10), s_now);
        subscription.IsDue(new LocalDate(2026, 12, 1)).Should().BeFalse("it is paused");

        subscription.Resume(new LocalDate(2026, 3, 13), s_now);

        subscription.NextOn.Should().Be(new LocalDate(2026, 3, 31), "28 February and the 31 days of the pause");
        new[] { Next(subscription), Next(subscription), Next(subscription) }.Should().Equal(new(2026, 3, 31), new(2026, 4, 30), new LocalDate(2026, 5, 31));
    }

    [Fact]
    public void ChangePrice_HoldsFromTheNextPeriodOn()
    {
        var subscription = Start();
        Next(subscription);

        subscription.ChangePrice(Eur(12), s_now);

        (subscription.UnitPrice, subscription.DuePrice).Should().Be((Eur(10), Eur(12)));
        Next(subscription);
        (subscription.UnitPrice, subscription.NextPrice).Should().Be((Eur(12), null));
    }

    [Fact]
    public void End_OfTheAgreedPeriodsOrAtThePeriodsEnd_ComesByTheClock()
    {
        var term = Start(n => n with { MaxPeriods = 2 });
        Next(term);
        term.CanEnd().Code.Should().Be("SubscriptionTransitionNotAllowed");
        Next(term);
        term.CanRenew().Code.Should().Be("SubscriptionTransitionNotAllowed");
        term.End(s_now);
        (term.Status, term.EndedOn, term.NextOn).Should().Be((Expired, new LocalDate(2026, 3, 31), null));

        var asked = Start();
        Next(asked);
        asked.CancelAtPeriodEnd("Moves abroad", s_now);
        asked.CanCancelAtPeriodEnd().Code.Should().Be("SubscriptionEndsAlready");
        asked.IsDue(new LocalDate(2026, 2, 27)).Should().BeFalse();
        asked.IsDue(new LocalDate(2026, 2, 28)).Should().BeTrue();
        asked.End(s_now);
        (asked.Status, asked.EndedOn, asked.Reason).Should().Be((Cancelled, new LocalDate(2026, 2, 28), "Moves abroad"));
    }

    [Fact]
    public void RefuseRenewal_IsTriedAgainOnTheDayThatIsSaid()
    {
        var subscription = Start();

        subscription.RefuseRenewal("StockExhausted", s_day.PlusDays(1), s_now);

        (subscription.IsDue(s_day), subscription.IsDue(s_day.PlusDays(1)), subscription.Periods).Should().Be((false, true, 0));
        Next(subscription).Should().Be(s_day, "the period begins when it was due");
    }

    [Fact]
    public void Start_WithPeriodsBefore_GoesOnFromThem()
    {
        var subscription = Start(n => n with { PeriodsBefore = 3, PeriodMonths = 12 });

        (subscription.Periods, subscription.NextOn).Should().Be((3, new LocalDate(2029, 1, 31)));
    }

    [Fact]
    public void Start_BadInput_IsRefused()
    {
        foreach (var wrong in new Func<NewSubscription, NewSubscription>[]
        {
            n => n with { PeriodMonths = 0 }, n => n with { PeriodMonths = 121 }, n => n with { Quantity = -1 }, n => n with { MaxPeriods = 0 }, n => n with { MaxPeriods = 2, PeriodsBefore = 2 }, n => n with { PeriodsBefore = -1 },
        })
        {
            FluentActions.Invoking(() => Start(wrong)).Should().Throw<ArgumentException>();
        }
    }

    // Of five that started, one left after the first period and one after the third; three run, of which one has two renewals so far.
    [Fact]
    public void Survivors_OfACohort_AreCountedAsFarAsEveryContractWasObserved()
    {
        var cohort = new ContractCohort(new LocalDate(2026, 1, 1), [new(0, true, 1), new(2, false, 1), new(2, true, 1), new(3, false, 2)]);

        (cohort.Contracts, string.Join(' ', cohort.Survivors)).Should().Be((5, "5 4 4"));
        string.Join(' ', new ContractCohort(cohort.StartedIn, [new(0, true, 2), new(1, true, 1)]).Survivors).Should().Be("3 1 0");
        new ContractCohort(cohort.StartedIn, []).Survivors.Should().BeEmpty();
    }

    private static LocalDate Next(Subscription subscription)
    {
        var on = subscription.NextOn!.Value;
        subscription.Renew(s_order, s_now);
        return on;
    }

    private static Subscription Start(Func<NewSubscription, NewSubscription>? change = null)
    {
        var details = new NewSubscription(CustomerId.New(s_now), "TEA", 1);
        details = change?.Invoke(details) ?? details;
        return new Subscription(SubscriptionId.New(s_now), SubscriptionNumber.From(1), details, new PricedLine("TEA", "Tea of the month", 1, Eur(10)), s_day, s_now);
    }

    private static Money Eur(decimal amount) => new(amount, Currency.Eur);
}
