using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using NodaTime;

namespace Crm.Persistence.Specification.Privacy;

/// <summary>After a merge the most restrictive consent of both holds on every purpose and channel, and undoing it takes that back.</summary>
[Trait("Check", "CM-10")]
public abstract class ConsentMergingSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly PurposeKey[] s_purposes = [Purposes.Marketing, Purposes.Research];
    private static readonly ChannelKey[] s_channels = [Channels.Email, Channels.Phone];

    [SkippableFact]
    public async Task Merge_OfRandomLedgers_EndsMostRestrictiveAndUndoes()
    {
        var host = await HostAsync();
        for (var seed = 0; seed < TestScale.Count(12, 200); seed++)
        {
            await using var work = host.Work();
            var desk = work.Get<ConsentDesk>();
            var random = new Random(seed);
            var (survivor, absorbed) = (await work.RegisterAsync(), await work.RegisterAsync());
            for (var i = random.Next(8); i > 0; i--)
            {
                (await desk.RecordAsync(Any(random, random.Next(2) == 0 ? survivor : absorbed, host.Clock.Now))).Succeeded.Should().BeTrue();
                host.Clock.Advance(Duration.FromHours(random.Next(3)));
            }

            await work.SaveAsync();
            host.Clock.Advance(Duration.FromHours(1));
            var now = host.Clock.Now;
            var (ours, theirs) = (await desk.HistoryAsync(survivor), await desk.HistoryAsync(absorbed));
            var preview = (await work.Merger.PlanAsync(survivor, absorbed)).Value;
            var done = (await work.Merger.MergeAsync(survivor, absorbed)).Value;
            done.Items.Where(i => i.Kind == "consent").Should().Equal(preview.Items.Where(i => i.Kind == "consent"));

            await using var again = host.Work();
            var united = await again.Get<ConsentDesk>().HistoryAsync(absorbed);
            united.Where(e => e.MergeId is null).Select(e => (e.Id, e.Proof, e.At)).Should().BeEquivalentTo(ours.Concat(theirs).Select(e => (e.Id, e.Proof, e.At)), "both keep their proofs");
            foreach (var (purpose, channel) in s_purposes.SelectMany(p => s_channels.Select(c => (p, c))))
            {
                var (a, b) = (ConsentLedger.StateAt(ours, purpose, channel, now).Standing, ConsentLedger.StateAt(theirs, purpose, channel, now).Standing);
                var expected = ConsentLedger.MostRestrictive(a, b);
                ConsentLedger.StateAt(united, purpose, channel, now).Standing.Should().Be(expected, $"{purpose}, {channel} of seed {seed}: {a} and {b}");
                preview.Items.Where(i => i.Kind == "consent" && i.Value.StartsWith($"{purpose}, {channel}: ", StringComparison.Ordinal)).Select(i => i.Value)
                    .Should().BeSubsetOf([$"{purpose}, {channel}: {expected.ToString().ToLowerInvariant()}"]);
            }

            (await again.Merger.UnmergeAsync(done.Id!.Value)).Succeeded.Should().BeTrue();
            await using var after = host.Work();
            (await after.Get<ConsentDesk>().HistoryAsync(survivor)).Should().Equal(ours);
            (await after.Get<ConsentDesk>().HistoryAsync(absorbed)).Should().Equal(theirs);
        }
    }

    [SkippableFact]
    public async Task Merge_OfAnOlderWithdrawalAndANewerGrant_StaysWithdrawnUntilThePersonGrantsAnew()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var desk = work.Get<ConsentDesk>();
        var (survivor, absorbed) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync());
        (await desk.WithdrawAsync(absorbed, null, Channels.Email, "letter", proof: "letter of May")).Succeeded.Should().BeTrue();
        host.Clock.Advance(Duration.FromDays(1));
        var grant = new ConsentDetails(survivor, Purposes.Marketing, Channels.Email, ConsentStatus.Granted, "form") { Proof = "form 1" };
        (await desk.RecordAsync(grant)).Succeeded.Should().BeTrue();
        (await desk.RecordAsync(grant with { Channel = Channels.Phone })).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var plan = (await work.Merger.PlanAsync(survivor, absorbed)).Value;
        plan.Items.Where(i => i.Kind == "consent").Should().Equal(
            new MergedItem("consent", "marketing, email: withdrawn", MergeSide.Absorbed), new MergedItem("consent", "marketing, phone: granted", MergeSide.Survivor));
        plan.Rows.Should().ContainSingle(r => r.Table == "crm_consents" && r.Moved == 1);
        (await work.Merger.MergeAsync(survivor, absorbed)).Succeeded.Should().BeTrue();
        host.Clock.Advance(Duration.FromDays(1));

        await using var again = host.Work();
        var permissions = again.Get<ContactPermissions>();
        var refused = (await permissions.MayContactAsync(absorbed, Purposes.Marketing, Channels.Email)).Value;
        (refused.Reason, refused.CustomerId).Should().Be((ContactBarrier.Withdrawn, survivor));
        refused.Consent!.Decisive!.Proof.Should().StartWith("carried over from entry");
        (await permissions.MayContactAsync(survivor, Purposes.Marketing, Channels.Phone)).Value.MayContact.Should().BeTrue("no entry restricts nothing");
        (await again.Get<ConsentDesk>().RecordAsync(grant with { Origin = ConsentOrigin.Automatic, Proof = null })).Succeeded.Should().BeTrue();
        (await permissions.MayContactAsync(survivor, Purposes.Marketing, Channels.Email)).Value.Reason.Should().Be(ContactBarrier.Withdrawn, "it is the person's withdrawal still");
        (await again.Get<ConsentDesk>().RecordAsync(grant with { CustomerId = absorbed, Origin = ConsentOrigin.Person })).Value.CustomerId.Should().Be(survivor);
        (await permissions.MayContactAsync(survivor, Purposes.Marketing, Channels.Email)).Value.MayContact.Should().BeTrue();
    }

    private static ConsentDetails Any(Random random, CustomerId id, Instant now)
    {
        var status = (ConsentStatus)random.Next(3);
        var isAll = status == ConsentStatus.Withdrawn;
        return new(
            id,
            isAll && random.Next(3) == 0 ? null : s_purposes[random.Next(2)],
            isAll && random.Next(3) == 0 ? null : s_channels[random.Next(2)],
            status,
            "test")
        {
            Origin = (ConsentOrigin)random.Next(3),
            Proof = random.Next(2) == 0 ? $"proof {random.Next(99)}" : null,
            Until = !isAll && random.Next(3) == 0 ? now + Duration.FromHours(1 + random.Next(9)) : null,
        };
    }
}
