using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Customers;

/// <summary>What holds of a person after any sequence of acts, permitted or refused.</summary>
public class CustomerPropertyTests
{
    private static readonly Instant s_start = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly CustomerId[] s_organisations = [.. Enumerable.Range(0, 4).Select(_ => CustomerId.New(s_start))];

    // What to do, to which of the things there are, and with which value.
    private static readonly Arbitrary<(int Act, int Which, int Value)[]> s_sequences =
        Gen.Choose(0, 15).SelectMany(_ => Gen.Choose(0, 7), (act, which) => (act, which)).SelectMany(_ => Gen.Choose(0, 4), (a, value) => (a.act, a.which, value))
            .ArrayOf().ToArbitrary();

    [Fact]
    [Trait("Check", "CM-02")]
    public void Memberships_AfterAnySequence_HaveExactlyOnePrimaryAmongTheActiveOnes() => Check(person =>
        person.Memberships.Count(m => m.IsPrimary) == (person.Memberships.Any(m => m.IsActive) ? 1 : 0)
        && person.Memberships.All(m => m.IsActive || !m.IsPrimary)
        && person.Memberships.Where(m => m.IsActive).Select(m => m.OrganisationId).Distinct().Count() == person.Memberships.Count(m => m.IsActive));

    [Fact]
    [Trait("Check", "CM-04")]
    public void ContactPoints_AfterAnySequence_HaveOnePrimaryOfEachKindAndAValidOneIfThereIsOne() => Check(person =>
        person.ContactPoints.GroupBy(p => p.Kind).All(kind =>
            kind.Count(p => p.IsPrimary) == 1 && (!kind.Single(p => p.IsPrimary).IsInvalid || kind.All(p => p.IsInvalid))
            && kind.Select(p => p.Key).Distinct().Count() == kind.Count()));

    [Fact]
    [Trait("Check", "CM-04")]
    public void Addresses_AfterAnySequence_HaveOnePrimaryOfEachKind() => Check(person =>
        person.Addresses.GroupBy(a => a.Kind).All(kind => kind.Count(a => a.IsPrimary) == 1));

    [Fact]
    [Trait("Check", "CM-14")]
    public void Lifecycle_AfterAnySequence_IsAChainOfAllowedSteps() => Check(person =>
    {
        var stage = LifecycleStage.Prospect;
        var at = person.CreatedAt;
        foreach (var change in person.Lifecycle)
        {
            if (change.From != stage || !LifecycleTransitions.Allows(change.From, change.To) || change.At < at || person.StageAsOf(change.At) is null)
            {
                return false;
            }

            (stage, at) = (change.To, change.At);
        }

        return person.Stage == stage && person.StageAsOf(at) == stage && person.StageAsOf(person.CreatedAt - Duration.Epsilon) is null;
    });

    [Fact]
    [Trait("Check", "CM-14")]
    public void StageAsOf_AnyInstant_IsWhatTheStageWasThen() => Run((person, stages) => stages.All(s => person.StageAsOf(s.At) == s.Stage));

    [Fact]
    public void Version_AfterAnySequence_CountsTheEvents() => Check(person => person.Version == person.PendingEvents.Count);

    private static void Check(Func<Person, bool> holds) => Run((person, _) => holds(person));

    private static void Run(Func<Person, IReadOnlyList<(Instant At, LifecycleStage Stage)>, bool> holds) => Prop.ForAll(s_sequences, sequence =>
    {
        var person = new Person(CustomerId.New(s_start), new PersonName("Ada", "Byron"), s_start);
        var stages = new List<(Instant, LifecycleStage)>();
        var now = s_start;
        foreach (var (act, which, value) in sequence)
        {
            now += Duration.FromHours(1);
            try
            {
                Act(person, act, which, value, now);
            }
            catch (CrmRuleException)
            {
                // A refused act is part of the game.
            }

            stages.Add((now, person.Stage));
        }

        return holds(person, stages);
    }).QuickCheckThrowOnFailure();

    private static void Act(Person person, int act, int which, int value, Instant now)
    {
        var (point, membership, address) = (At(person.ContactPoints, which)?.Id ?? default, At(person.Memberships, which)?.Id ?? default, At(person.Addresses, which)?.Id ?? default);
        var email = EmailAddress.Parse($"ada{value}@example.org");
        switch (act)
        {
            case 0: person.AddEmail(email, now); break;
            case 1: person.AddPhone(PhoneNumber.Parse($"+39 06 698 9999{value}", null), now, which % 2 == 0 ? ContactPointKind.Phone : ContactPointKind.Mobile); break;
            case 2: person.MarkContactPointInvalid(point, "bounced", now); break;
            case 3: person.MarkContactPointValid(point, now); break;
            case 4: person.MakeContactPointPrimary(point, now); break;
            case 5: person.RemoveContactPoint(point, now); break;
            case 6: person.ReplaceEmail(point, email, now); break;
            case 7: person.Join(new MembershipDetails(s_organisations[value % 4]), now); break;
            case 8: person.EndMembership(membership, null, now); break;
            case 9: person.MakeMembershipPrimary(membership, now); break;
            case 10: person.RemoveMembership(membership, now); break;
            case 11: person.AddAddress((AddressKind)(which % 3), new PostalAddress($"Via Roma {value}", null, null, "Roma", null, null), now); break;
            case 12: person.MakeAddressPrimary(address, now); break;
            case 13: person.RemoveAddress(address, now); break;
            case 14: person.OptOutContactPoint(point, now); break;
            default: person.MoveTo((LifecycleStage)value, null, "ada", now); break;
        }
    }

    private static T? At<T>(IReadOnlyList<T> items, int which)
        where T : class => which < items.Count ? items[which] : null;
}
