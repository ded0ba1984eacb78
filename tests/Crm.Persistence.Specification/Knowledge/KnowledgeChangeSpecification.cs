using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Crash;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Knowledge;

/// <summary>Indexes and transactions: every committed change is seen, no other ever is.</summary>
public abstract class KnowledgeChangeSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task TransactionOfTheHost_FindsItsOwn_OthersOnceItCommits()
    {
        var host = await HostAsync();
        await host.PublishAsync("Kettle");
        (await host.TitlesAsync("kettle")).Should().ContainSingle();
        await using (var work = host.Work())
        {
            await using var transaction = await work.Context.Database.BeginTransactionAsync();
            await work.PublishAsync("Teapot");
            await work.SaveAsync();
            (await work.TitlesAsync("teapot")).Should().Equal("Teapot");
            (await host.TitlesAsync("teapot")).Should().BeEmpty();
            await transaction.CommitAsync();
        }

        (await host.TitlesAsync("teapot")).Should().Equal("Teapot");
    }

    [SkippableFact]
    public async Task TransactionThatIsRolledBack_LeavesNoTrace()
    {
        var host = await HostAsync();
        await host.PublishAsync("Kettle");
        await using (var work = host.Work())
        {
            await using var transaction = await work.Context.Database.BeginTransactionAsync();
            await work.PublishAsync("Teapot");
            await work.SaveAsync();
            (await work.TitlesAsync("teapot")).Should().ContainSingle();
        }

        (await host.TitlesAsync("teapot")).Should().BeEmpty();
        await host.PublishAsync("Cup");
        (await host.TitlesAsync("cup")).Should().Equal("Cup");
        (await host.TitlesAsync("teapot")).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task RefusedWork_LeavesNoTrace()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        (await work.UnitOfWork.InTransactionAsync<int>(async token =>
        {
            await work.PublishAsync("Teapot");
            (await work.UnitOfWork.SaveAsync(token)).ThrowIfFailed();
            return CrmErrorDescriber.Default.InvalidValue("x", "y");
        })).Succeeded.Should().BeFalse();

        (await work.TitlesAsync("teapot")).Should().BeEmpty();
        await work.PublishAsync("Cup");
        await work.SaveAsync();
        (await work.TitlesAsync("cup")).Should().Equal("Cup");
    }

    [SkippableFact]
    public async Task Numbers_OfCommittedRows_AreNeverBehindTheLast()
    {
        var host = await HostAsync();
        await using (var work = host.Work())
        {
            await work.PublishAsync("Kettle");
            await work.PublishAsync("Teapot");
            await work.SaveAsync();
            await work.PublishAsync("Cup");
            work.Context.SaveChanges();
        }

        await using var check = host.Work();
        var rows = await check.Context.Set<KnowledgeSearchDocument>().AsNoTracking().OrderBy(d => d.Change).Select(d => d.Change).ToListAsync();
        rows.Should().Equal(1, 1, 2);
        (await check.Get<IKnowledgeSearchStore>().PositionAsync(default)).Should().Match<KnowledgeSearchPosition>(p => p.Change == 2 && p.Sight == KnowledgeSearchSight.Committed);
        check.Context.Database.AutoTransactionBehavior.Should().Be(AutoTransactionBehavior.WhenNeeded);
    }

    [SkippableTheory]
    [InlineData(AutoTransactionBehavior.Never)]
    [InlineData(AutoTransactionBehavior.Always)]
    public async Task TransactionsOfTheHostsChoice_NumberToo(AutoTransactionBehavior behaviour)
    {
        var host = await HostAsync();
        await using var work = host.Work();
        work.Context.Database.AutoTransactionBehavior = behaviour;
        await work.PublishAsync("Kettle");
        await work.SaveAsync();

        (await host.TitlesAsync("kettle")).Should().ContainSingle();
        work.Context.Database.AutoTransactionBehavior.Should().Be(behaviour);
    }

    /// <summary>Each of many writers finds what it has saved, and so does a process that never wrote; the readers between see no error.</summary>
    [SkippableFact]
    public async Task EightReaders_WhileWritersPublish_MissNothing()
    {
        var items = TestScale.Count(15, 200);
        var host = await HostAsync();
        var other = await OpenAsync<SpecificationContext>(host.ConnectionString);
        await host.PublishAsync("Word common");
        using var done = new CancellationTokenSource();
        var searches = 0;
        var readers = Enumerable.Range(0, 8).Select(n => Task.Run(async () =>
        {
            var last = 0;
            while (!done.IsCancellationRequested)
            {
                await using var work = (n % 2 == 0 ? host : other).Work(new CrmScope(Actor.Guest));
                var found = (await work.Search.RankAsync(new KnowledgeCriteria("common") { Take = KnowledgeIndex.MaxTake })).Count;
                found.Should().BeGreaterThanOrEqualTo(last, "what is published stays found");
                last = found;
                Interlocked.Increment(ref searches);
            }
        })).ToList();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < items; i++)
            {
                var word = $"w{writer}x{i}";
                await host.PublishAsync($"{word} common", "Text.");
                (await other.TitlesAsync(word)).Should().Contain($"{word} common", "it was committed before the search");
            }
        })));
        await done.CancelAsync();
        await Task.WhenAll(readers);

        await using var check = other.Work();
        (await check.Search.RankAsync(new KnowledgeCriteria("common") { Take = KnowledgeIndex.MaxTake })).Should().HaveCount((3 * items) + 1);
        searches.Should().BePositive();
    }

    /// <summary>Another process publishes; each item that it acknowledges is found here by the next search.</summary>
    [SkippableFact]
    public async Task TwoProcesses_SeeEachOthersPublications()
    {
        const int items = 20;
        var host = await HostAsync();
        await host.PublishAsync("Word common");
        await using var process = WorkerProcess.StartPublisher(Database.Provider, host.ConnectionString, items);
        await process.GoAsync();

        // The other process has the time of day, and what is published lies in the past for both.
        host.Clock.Now = SystemClock.Instance.GetCurrentInstant() + Duration.FromHours(1);
        for (var i = 0; i < items; i++)
        {
            await process.AcknowledgementAsync();
            (await host.TitlesAsync(KnowledgeWriter.WordOf(i))).Should().HaveElementAt(0, KnowledgeWriter.TitleOf(i));
        }

        // It ends once it has found what is published here.
        host.Clock.Now -= Duration.FromHours(2);
        await host.PublishAsync(KnowledgeWriter.Answer);
        await process.CompletedAsync();
    }
}
