using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Service;

public class EntitlementTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly LocalDate s_day = new(2026, 6, 1);
    private static readonly CustomerId s_customer = CustomerId.New(s_now);

    [Fact]
    public void Balance_AfterAnyActs_IsWhatTheEntriesReplay() => Prop.ForAll(
        Gen.Choose(0, 32_399).Select(n => (Act: n % 6, About: n / 6 % 6, Amount: 1 + (n / 36))).ListOf().ToArbitrary(),
        acts =>
        {
            var entitlement = Grant(EntitlementUnit.Hours, 20);
            ServiceCaseId[] cases = [.. Enumerable.Range(0, 6).Select(_ => ServiceCaseId.New(s_now))];
            var at = s_now;
            foreach (var (act, about, amount) in acts)
            {
                at += Duration.FromMinutes(1);
                var (before, hours) = (entitlement.Version, amount / 100m);
                CrmRuling may = act switch { 0 or 1 or 2 => entitlement.CanUse(), 3 => entitlement.CanGiveBack(hours), 4 => entitlement.CanTopUp(), _ => entitlement.CanSuspend() };
                Action run = act switch
                {
                    0 or 1 or 2 => () => entitlement.Use(cases[about], hours, null, "ada", at),
                    3 => () => entitlement.GiveBack(cases[about], hours, null, "ada", at),
                    4 => () => entitlement.TopUp(hours, null, "ada", at),
                    _ => () => entitlement.Suspend(null, at),
                };
                if (may)
                {
                    run();
                }
                else
                {
                    run.Should().Throw<CrmRuleException>().Which.Errors.Single().Code.Should().Be(may.Code);
                }

                entitlement.Version.Should().Be(before + (may ? 1 : 0));
                var replayed = EntitlementBalance.Of(entitlement.NewEntries, at);
                (replayed.Total, replayed.Used, replayed.Remaining, replayed.Excess).Should().Be((entitlement.Total, entitlement.Used, entitlement.Remaining, entitlement.Excess));
                entitlement.NewEntries[^1].Remaining.Should().Be(entitlement.Total - entitlement.Used);
            }

            entitlement.NewEntries.Select(e => e.Number).Should().Equal(Enumerable.Range(1, entitlement.EntryCount));
            EntitlementBalance.Of(entitlement.NewEntries, s_now).Should().Be(new EntitlementBalance(20, 0, s_now), "the past is not rewritten");
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-1, "EntitlementNotValid")]
    [InlineData(0, null)]
    [InlineData(30, null)]
    [InlineData(31, "EntitlementNotValid")]
    public void Period_BothDaysIncluded(int day, string? code) =>
        Grant(EntitlementUnit.Cases, 1).CanCover(s_customer, null, null, s_day.PlusDays(day)).Code.Should().Be(code);

    [Fact]
    public void CanCover_SaysWhyNot()
    {
        var other = CustomerId.New(s_now);
        var product = Grant(EntitlementUnit.Cases, 1, d => d with { Sku = "KETTLE" });
        product.CanCover(s_customer, null, "KETTLE", s_day).Code.Should().BeNull();
        product.CanCover(other, s_customer, "KETTLE", s_day).Code.Should().BeNull("the organisation's covers its people");
        product.CanCover(other, null, "KETTLE", s_day).Code.Should().Be("EntitlementForOtherCustomer");
        product.CanCover(s_customer, null, "IRON", s_day).Code.Should().Be("EntitlementForOtherProduct");
        product.CanCover(s_customer, null, null, s_day).Code.Should().Be("EntitlementForOtherProduct");
        product.Use(ServiceCaseId.New(s_now), 1, null, "ada", s_now);
        product.CanCover(s_customer, null, "KETTLE", s_day).Code.Should().Be("EntitlementExhausted");
        product.TopUp(1, "Goodwill", "ada", s_now);
        product.CanCover(s_customer, null, "KETTLE", s_day).Code.Should().BeNull();
        product.Suspend("Unpaid", s_now);
        product.CanCover(s_customer, null, "KETTLE", s_day).Code.Should().Be("EntitlementSuspended");
        product.CanSuspend().Code.Should().Be("EntitlementSuspended");
        product.Resume(s_now);
        product.CanResume().Code.Should().Be("EntitlementNotSuspended");
        product.Revoke("Ended", s_now);
        new[] { product.CanCover(s_customer, null, "KETTLE", s_day), product.CanUse(), product.CanTopUp(), product.CanExtend(), product.CanSuspend(), product.CanResume(), product.CanRevoke() }
            .Should().OnlyContain(r => r.Code == "EntitlementRevoked");
    }

    [Fact]
    public void LetThrough_CountsTheExcess()
    {
        var entitlement = Grant(EntitlementUnit.Cases, 1, d => d with { WhenExhausted = EntitlementExhaustion.LetThrough });
        for (var i = 0; i < 3; i++)
        {
            entitlement.CanCover(s_customer, null, null, s_day).IsPermitted.Should().BeTrue();
            entitlement.Use(ServiceCaseId.New(s_now), 1, null, "ada", s_now);
        }

        (entitlement.Remaining, entitlement.Excess, entitlement.NewEntries[^1].Remaining).Should().Be((0m, 2m, -2m));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1.5)]
    [InlineData(1_000_001)]
    public void Total_OutOfBounds_IsRefused(double total) => FluentActions.Invoking(() => Grant(EntitlementUnit.Cases, (decimal)total)).Should().Throw<ArgumentException>();

    [Fact]
    public void Period_Reversed_IsRefused() =>
        FluentActions.Invoking(() => Grant(EntitlementUnit.Cases, 1, d => d with { Until = s_day.PlusDays(-1) })).Should().Throw<ArgumentException>();

    private static Entitlement Grant(EntitlementUnit unit, decimal total, Func<EntitlementDetails, EntitlementDetails>? more = null)
    {
        var details = new EntitlementDetails(s_customer, unit, total, s_day, s_day.PlusDays(30));
        return new(EntitlementId.New(s_now), more?.Invoke(details) ?? details, null, "ada", s_now);
    }
}
