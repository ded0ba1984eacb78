using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Privacy;

/// <summary>What holds of any ledger, whatever was recorded in whatever order.</summary>
[Trait("Check", "CM-12")]
public class ConsentLedgerPropertyTests
{
    private static readonly Instant s_start = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly CustomerId s_customer = CustomerId.New(s_start);
    private static readonly PurposeKey[] s_purposes = [Purposes.Marketing, Purposes.Research];
    private static readonly ChannelKey[] s_channels = [Channels.Email, Channels.Phone];

    private static readonly Arbitrary<ConsentRecord[]> s_ledgers =
        (from status in Gen.Elements(ConsentStatus.Granted, ConsentStatus.Pending, ConsentStatus.Withdrawn)
         from origin in Gen.Elements(ConsentOrigin.Person, ConsentOrigin.Staff, ConsentOrigin.Automatic)
         from purpose in Gen.Choose(0, 2)
         from channel in Gen.Choose(0, 2)
         from at in Gen.Choose(0, 6)
         from until in Gen.Choose(0, 8)
         from proof in Gen.Elements(true, false)
         from merge in Gen.Choose(0, 5)
         select Entry(status, origin, purpose, channel, at, until, proof, merge == 0)).ArrayOf().ToArbitrary();

    [Fact]
    public void State_OfNothingRecorded_IsNoConsent() => ForEachPair([], (purpose, channel) =>
        ConsentLedger.StateAt([], purpose, channel, At(9)).Standing == ConsentStanding.None).Should().BeTrue();

    [Fact]
    public void State_WithoutAGrantThatNamesThePair_IsNeverGranted() => Check(ledger => ForEachPair(ledger, (purpose, channel) =>
        ledger.Any(e => e.Status == ConsentStatus.Granted && e.Purpose == purpose && e.Channel == channel)
        || ConsentLedger.StateAt(ledger, purpose, channel, At(9)).Standing != ConsentStanding.Granted));

    [Fact]
    public void State_AtAnInstant_DependsOnEntriesUpToItOnly() => Check(ledger => Instants().All(at => ForEachPair(ledger, (purpose, channel) =>
        ConsentLedger.StateAt(ledger, purpose, channel, at) == ConsentLedger.StateAt(ledger.Where(e => e.At <= at), purpose, channel, at))));

    [Fact]
    public void State_OfEntriesThatArriveInAnyOrder_IsTheSame() => Check(ledger =>
    {
        // Whoever arrives later gets a later id.
        var reversed = ledger.Reverse().Select(e => e with { Id = ConsentEntryId.New(s_start) }).ToList();
        return Instants().All(at => ForEachPair(ledger, (purpose, channel) =>
            ConsentLedger.StateAt(ledger, purpose, channel, at).Standing == ConsentLedger.StateAt(reversed, purpose, channel, at).Standing));
    });

    [Fact]
    public void Withdrawal_OfAnyOrigin_BeatsEveryOlderGrant() => Check(ledger => ForEachPair(ledger, (purpose, channel) =>
    {
        var covering = ledger.Where(e => e.Covers(purpose, channel)).ToList();
        return !covering.Exists(w => w.Status == ConsentStatus.Withdrawn && w.MergeId is null && !covering.Exists(g => g.Status == ConsentStatus.Granted && g.At > w.At))
            || ConsentLedger.StateAt(ledger, purpose, channel, At(9)).Standing != ConsentStanding.Granted;
    }));

    [Fact]
    public void WithdrawalByThePerson_BeforeWhatSoftwareRecordsWithoutProof_Stands() => Check(ledger => ForEachPair(ledger, (purpose, channel) =>
    {
        var covering = ledger.Where(e => e.Covers(purpose, channel) && e.MergeId is null).ToList();
        return !covering.Exists(w => w is { Status: ConsentStatus.Withdrawn, Origin: not ConsentOrigin.Automatic }
                && covering.TrueForAll(e => e.At <= w.At || e.Status == ConsentStatus.Withdrawn || e is { Origin: ConsentOrigin.Automatic, Proof: null }))
            || ConsentLedger.StateAt(ledger, purpose, channel, At(9)).Standing == ConsentStanding.Withdrawn;
    }));

    [Fact]
    public void GrantByThePerson_AfterEverythingElse_HoldsUntilItRunsOut() => Check(ledger => ForEachPair(ledger, (purpose, channel) =>
    {
        var grant = Entry(ConsentStatus.Granted, ConsentOrigin.Person, 0, 0, 7, 2, true, false) with { Purpose = purpose, Channel = channel };
        List<ConsentRecord> with = [.. ledger, grant];
        return ConsentLedger.StateAt(with, purpose, channel, At(8)).Standing == ConsentStanding.Granted
            && ConsentLedger.StateAt(with, purpose, channel, At(9)).Standing == ConsentStanding.Expired;
    }));

    [Fact]
    [Trait("Check", "CM-10")]
    public void EntryOfAMerge_AfterEverythingElse_OnlyRestricts() => Check(ledger => ForEachPair(ledger, (purpose, channel) =>
    {
        var before = ConsentLedger.StateAt(ledger, purpose, channel, At(7)).Standing;
        return Enum.GetValues<ConsentStatus>().All(status =>
        {
            var carried = Entry(status, ConsentOrigin.Person, 0, 0, 7, 0, true, true) with { Purpose = purpose, Channel = channel };
            return ConsentLedger.StateAt([.. ledger, carried], purpose, channel, At(7)).Standing == ConsentLedger.MostRestrictive(before, carried.StandingAt(At(7)));
        });
    }));

    private static bool ForEachPair(IEnumerable<ConsentRecord> ledger, Func<PurposeKey, ChannelKey, bool> holds) =>
        s_purposes.All(p => s_channels.All(c => holds(p, c))) && ledger is not null;

    private static IEnumerable<Instant> Instants() => Enumerable.Range(0, 10).Select(At);

    private static Instant At(int day) => s_start + Duration.FromDays(day);

    private static ConsentRecord Entry(ConsentStatus status, ConsentOrigin origin, int purpose, int channel, int at, int until, bool isProven, bool isOfMerge)
    {
        // Only withdrawals name every purpose or channel, and only merges carry over what ran out.
        var all = status == ConsentStatus.Withdrawn && !isOfMerge;
        return new(
            ConsentEntryId.New(s_start),
            s_customer,
            purpose < 2 || !all ? s_purposes[purpose % 2] : null,
            channel < 2 || !all ? s_channels[channel % 2] : null,
            status,
            LawfulBasis.Consent,
            origin,
            "test",
            null,
            isProven ? "proof" : null,
            At(at),
            At(at),
            status == ConsentStatus.Withdrawn || until == 0 ? null : At(at) + Duration.FromDays(isOfMerge ? until - 4 : until),
            "ada",
            "Ada",
            null,
            isOfMerge ? MergeId.New(s_start) : null);
    }

    private static void Check(Func<ConsentRecord[], bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(s_ledgers, holds));
}
