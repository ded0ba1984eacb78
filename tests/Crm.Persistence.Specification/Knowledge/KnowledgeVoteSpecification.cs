using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Knowledge;

/// <summary>Readers vote once and change their minds; guests are known by keyed hashes alone.</summary>
[Trait("Check", "KB-07")]
public abstract class KnowledgeVoteSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Vote_Again_ChangesTheOneVoteOfTheReader()
    {
        var host = await HostAsync(ReadingScene.KeepsReaders);
        var item = await host.PublishItemAsync("The kettle stays cold");
        await VoteAsync(host, ReadingScene.Guest, item, true, "one");
        await VoteAsync(host, ReadingScene.Guest, item, true, "two");
        await using (var register = host.Work())
        {
            await VoteAsync(host, ReadingScene.Portal(await register.RegisterAsync()), item, false);
        }

        await VoteAsync(host, ReadingScene.Guest, item, true, "one");
        await VoteAsync(host, ReadingScene.Guest, item, false, "one");

        await using var work = host.Work(ReadingScene.Guest);
        var votes = work.Get<KnowledgeVotes>();
        (await votes.CountAsync(item)).Should().Be(new KnowledgeVoteCount(1, 2));
        (await votes.MineAsync(item, "one"), await votes.MineAsync(item, "two"), await votes.MineAsync(item, "three"), await votes.MineAsync(item)).Should().Be((false, true, null, null));
        (await work.Context.Set<KnowledgeVote>().CountAsync()).Should().Be(3);

        (await votes.WithdrawAsync(item, "one")).Succeeded.Should().BeTrue();
        (await votes.MineAsync(item, "one")).Should().BeNull("what is withdrawn is gone before it is saved");
        await work.SaveAsync();
        (await votes.CountAsync(item)).Should().Be(new KnowledgeVoteCount(1, 1));
        (await votes.WithdrawAsync(item, "one")).Errors.Single().Code.Should().Be("KnowledgeVoteNotFound");
        await using var staff = host.Work();
        (await staff.Get<KnowledgeVotes>().CountAsync([item]))[item].Should().Be(new KnowledgeVoteCount(1, 1));
        (await votes.CountAsync([item])).Should().BeEmpty("lists are for staff");
    }

    [SkippableFact]
    public async Task TwoFirstVotes_OfOneReaderAtOnce_OneIsRefused_AndCanBeChangedThen()
    {
        var host = await HostAsync(ReadingScene.KeepsReaders);
        var item = await host.PublishItemAsync("The kettle stays cold");
        await using var first = host.Work(ReadingScene.Guest);
        await using var second = host.Work(ReadingScene.Guest);
        (await first.Get<KnowledgeVotes>().VoteAsync(item, true, "one")).Succeeded.Should().BeTrue();
        (await second.Get<KnowledgeVotes>().VoteAsync(item, false, "one")).Succeeded.Should().BeTrue();
        await first.SaveAsync();
        (await second.UnitOfWork.SaveAsync()).Errors.Should().OnlyContain(e => e.Code == "AlreadyExists");
        (await second.Get<KnowledgeVotes>().VoteAsync(item, false, "one")).Succeeded.Should().BeTrue();
        await second.SaveAsync();
        (await first.Get<KnowledgeVotes>().CountAsync(item)).Should().Be(new KnowledgeVoteCount(0, 1));
    }

    [SkippableFact]
    public async Task Vote_OnWhatTheReaderMayNotRead_LooksLikeOnNothing()
    {
        var host = await HostAsync(ReadingScene.KeepsReaders);
        var hidden = await host.PublishItemAsync("Margins", audience: Audience.Internal);
        await using var work = host.Work(ReadingScene.Guest);
        var votes = work.Get<KnowledgeVotes>();
        (await votes.VoteAsync(hidden, true, "one")).Errors.Single().Code.Should().Be("KnowledgeItemNotFound");
        (await votes.VoteAsync(KnowledgeItemId.New(host.Clock.Now), true, "one")).Errors.Single().Code.Should().Be("KnowledgeItemNotFound");
        (await votes.WithdrawAsync(hidden, "one")).Errors.Single().Code.Should().Be("KnowledgeItemNotFound");
        (await votes.CountAsync(hidden)).Should().BeNull();
        (await votes.VoteAsync(hidden, true)).Errors.Single().Code.Should().Be("KnowledgeReaderUnknown");
        (await votes.VoteAsync(hidden, true, "a\u0007b")).Errors.Single().Code.Should().Be("InvalidValue");
        (await votes.VoteAsync(hidden, true, new string('x', KnowledgeReaders.MaxKeyLength + 1))).Errors.Single().Code.Should().Be("InvalidValue");
        await using var staff = host.Work();
        (await staff.Get<KnowledgeVotes>().VoteAsync(hidden, true)).Succeeded.Should().BeTrue();
    }

    [SkippableFact]
    public async Task Vote_WhereTheHostGaveNoSecret_IsRefused()
    {
        var host = await HostAsync();
        var item = await host.PublishItemAsync("The kettle stays cold");
        await using var work = host.Work();
        (await work.Get<KnowledgeVotes>().VoteAsync(item, true)).Errors.Single().Code.Should().Be("KnowledgeReaderSecretMissing");
        (await work.Get<KnowledgeVotes>().MineAsync(item)).Should().BeNull();
    }

    [SkippableFact]
    public async Task Guest_IsKnownByAHashAlone()
    {
        var host = await HostAsync(ReadingScene.KeepsReaders);
        var item = await host.PublishItemAsync("The kettle stays cold");
        const string Key = "cookie-of-somebody";
        await host.GuestAsksAsync(Key, "cold kettle", opens: item);
        await VoteAsync(host, ReadingScene.Guest, item, true, Key);
        await using var work = host.Work();
        var reader = (await work.Context.Set<KnowledgeVote>().SingleAsync()).Reader;
        foreach (var (table, content) in await TableContents.ReadAsync(work.Context))
        {
            string.Join('\n', content).Should().NotContain(Key, table);
        }

        var audit = await work.Context.Set<AuditEntry>().Where(a => a.AggregateType == nameof(KnowledgeVote)).ToListAsync();
        audit.Should().ContainSingle().Which.Changes.Should().NotContainEquivalentOf(reader.ToString());
        var other = await OpenAsync<SpecificationContext>(host.ConnectionString, s => s.Crm = o => o.KnowledgeReading.ReaderSecret = Convert.ToBase64String(new byte[32]));
        await using var elsewhere = other.Work(ReadingScene.Guest);
        (await elsewhere.Get<KnowledgeVotes>().MineAsync(item, Key)).Should().BeNull("the hash is keyed");
    }

    private static async Task VoteAsync(CrmTestHost<SpecificationContext> host, CrmScope reader, KnowledgeItemId item, bool isHelpful, string? guestKey = null)
    {
        await using var work = host.Work(reader);
        (await work.Get<KnowledgeVotes>().VoteAsync(item, isHelpful, guestKey)).Errors.Should().BeEmpty();
        await work.SaveAsync();
    }
}
