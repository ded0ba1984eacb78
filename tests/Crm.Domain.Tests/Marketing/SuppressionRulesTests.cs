using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Privacy;
using NodaTime;

namespace Crm.Domain.Tests.Marketing;

public sealed class SuppressionRulesTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly CustomerId s_anna = CustomerId.New(s_now);
    private static readonly CustomerId s_bob = CustomerId.New(s_now + Duration.FromMilliseconds(5));

    [Theory]
    [Trait("Check", "EM-05")]
    [InlineData(ContactBarrier.Restricted, SkipReason.Restricted)]
    [InlineData(ContactBarrier.Withdrawn, SkipReason.OptedOut)]
    [InlineData(ContactBarrier.AddressOptedOut, SkipReason.OptedOut)]
    [InlineData(ContactBarrier.NoConsent, SkipReason.NoConsent)]
    [InlineData(ContactBarrier.Pending, SkipReason.NotConfirmed)]
    [InlineData(ContactBarrier.Expired, SkipReason.ConsentExpired)]
    [InlineData(ContactBarrier.UnknownPurpose, SkipReason.UnknownPurpose)]
    [InlineData(ContactBarrier.UnknownChannel, SkipReason.UnknownChannel)]
    [InlineData(ContactBarrier.Erased, SkipReason.Erased)]
    [InlineData(ContactBarrier.AddressSuppressed, SkipReason.AddressSuppressed)]
    [InlineData(ContactBarrier.AddressInvalid, SkipReason.AddressInvalid)]
    [InlineData(ContactBarrier.NoAddress, SkipReason.NoAddress)]
    public void Decide_Barrier_IsTheReason(ContactBarrier barrier, SkipReason reason) => Decide([s_anna], [Decision(s_anna, null, barrier)]).Should().ContainSingle(v => v.Reason == reason);

    [Fact]
    [Trait("Check", "EM-05")]
    public void Decide_EverythingAgainst_ReasonsComeInTheirOrder()
    {
        ContactBarrier[] both = [ContactBarrier.AddressSuppressed, ContactBarrier.NoConsent];
        Decide([s_anna], [Decision(s_anna, null, both)], excluded: [s_anna]).Single().Reason.Should().Be(SkipReason.Excluded);
        Decide([s_anna], [Decision(s_anna, null, both)]).Single().Reason.Should().Be(SkipReason.NoConsent, "consent comes before addresses");
        Decide([s_anna], [Decision(s_anna, null, ContactBarrier.AddressInvalid)], taken: [new(s_bob, "a@x")]).Single().Reason.Should().Be(SkipReason.AddressInvalid);
        Decide([s_anna], [Decision(s_anna, "a@x")], taken: [new(s_bob, "a@x")], counted: [new(2026, 6, 1)], cap: new() { PerDay = 0 }).Single().Reason.Should().Be(SkipReason.DuplicateAddress, "before the cap");
        Decide([s_anna], [Decision(s_anna, "a@x")], cap: new() { PerDay = 0 }).Single().Reason.Should().Be(SkipReason.FrequencyCap);
    }

    [Fact]
    [Trait("Check", "EM-05")]
    public void Decide_SameAddressTwice_GoesToTheFirst()
    {
        var verdicts = Decide([s_bob, s_anna, s_bob], [Decision(s_anna, "a@x"), Decision(s_bob, "a@x")]);
        verdicts.Select(v => v.Reason).Should().Equal(null, SkipReason.DuplicateAddress, SkipReason.AlreadyPlanned);
    }

    [Fact]
    [Trait("Check", "EM-06")]
    public void Decide_CapReached_IsPutOffToTheNextFreeDay()
    {
        var verdict = Decide([s_anna], [Decision(s_anna, "a@x")], counted: [new(2026, 6, 1), new(2026, 6, 2)], cap: new() { PerDay = 1, PerWeek = 3 }).Single();
        verdict.Should().Match<SendingVerdict>(v => v.MaySend && v.IsPostponed && v.Day == new LocalDate(2026, 6, 3) && v.IsCounted);
        verdict.DueAt.Should().Be(Instant.FromUtc(2026, 6, 3, 0, 0));
        Decide([s_anna], [Decision(s_anna, "a@x")], counted: [new(2026, 6, 1), new(2026, 6, 2), new(2026, 6, 4)], cap: new() { PerDay = 1, PerWeek = 3 }).Single().Day.Should().Be(new LocalDate(2026, 6, 8));
    }

    [Fact]
    [Trait("Check", "EM-06")]
    public void Decide_RuleOfTheCustomer_TakesThePlaceOfTheChannels()
    {
        var profile = new SendingProfile("America/New_York", "1/month");
        var verdict = Decide([s_anna], [Decision(s_anna, "a@x")], counted: [new(2026, 6, 1)], cap: new() { PerDay = 5 }, profile: profile).Single();
        (verdict.Day, verdict.Zone, verdict.DueAt).Should().Be((new LocalDate(2026, 7, 1), "America/New_York", Instant.FromUtc(2026, 7, 1, 4, 0)));
    }

    [Fact]
    [Trait("Check", "EM-07")]
    public void Decide_TransactionalPurpose_NeitherWaitsNorCounts()
    {
        var verdict = Decide([s_anna], [Decision(s_anna, "a@x") with { Consent = null }], counted: [new(2026, 6, 1)], cap: new() { PerDay = 1 }).Single();
        verdict.Should().Match<SendingVerdict>(v => v.MaySend && !v.IsPostponed && !v.IsCounted && v.DueAt == s_now);
    }

    [Fact]
    public void Decide_HeldBack_TakesItsAddressAndNoPlaceUnderTheCap()
    {
        var verdicts = Decide([s_anna, s_bob], [Decision(s_anna, "a@x"), Decision(s_bob, "a@x")], counted: [new(2026, 6, 1)], cap: new() { PerDay = 1 }, heldBack: s_anna);
        verdicts[0].Should().Match<SendingVerdict>(v => v.MaySend && v.IsHeldBack && !v.IsCounted && !v.IsPostponed);
        verdicts[1].Reason.Should().Be(SkipReason.DuplicateAddress);
    }

    private static IReadOnlyList<SendingVerdict> Decide(
        IReadOnlyList<CustomerId> asked, IReadOnlyList<ContactDecision> decisions, IReadOnlyList<CustomerId>? excluded = null, IReadOnlyList<TakenSending>? taken = null,
        IReadOnlyList<LocalDate>? counted = null, FrequencyCap? cap = null, SendingProfile? profile = null, CustomerId? heldBack = null)
    {
        var options = new MarketingOptions();
        if (cap is not null)
        {
            options.FrequencyCaps[Channels.Email] = cap;
        }

        var facts = new SuppressionFacts(
            decisions.ToDictionary(d => d.CustomerId!.Value), (excluded ?? []).ToHashSet(), taken ?? [],
            asked.Distinct().Where(_ => profile is not null).ToDictionary(c => c, _ => profile!), (counted ?? []).ToLookup(_ => s_anna), DateTimeZone.Utc);
        var question = new SendingQuestion("test", Purposes.Marketing, Channels.Email) { HeldBack = heldBack is { } held ? c => c == held : null };
        return SuppressionRules.Decide(question, asked, facts, options, s_now);
    }

    private static ContactDecision Decision(CustomerId id, string? address, params ContactBarrier[] barriers) => new(id, Purposes.Marketing, Channels.Email, s_now, barriers)
    {
        Consent = new ConsentState(Purposes.Marketing, Channels.Email, ConsentStanding.Granted, null),
        Address = address is null ? null : new ContactAddress(id, ContactPointKind.Email, address, address, true, null, null),
    };
}
