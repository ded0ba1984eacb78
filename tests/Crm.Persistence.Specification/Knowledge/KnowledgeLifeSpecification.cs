using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Crm.Persistence.Specification.Knowledge;

/// <summary>Readers see what is published, for as long as it is, and nothing that is being written; the clock alone decides.</summary>
public abstract class KnowledgeLifeSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly KnowledgeContent s_content = new("How to descale", "Use vinegar.", LanguageTag.Parse("en"));

    [SkippableFact]
    [Trait("Check", "KB-01")]
    public async Task ReviewPublishReviseArchive_ReadersSeeThePublishedVersionOnly()
    {
        var host = await HostAsync();
        var id = await WriteAsync(host, s_content, Audience.Public);
        await ActAsync(host, w => w.Get<KnowledgePublishing>().RequestReviewAsync(id));
        (await ReadAsync(host, id)).Should().BeNull("it is in review");
        await ActAsync(host, w => w.Knowledge.PublishAsync(id));
        await ActAsync(host, w => w.Knowledge.ReviseAsync(id, s_content with { Title = "Descaling", Body = "Use citric acid.", Environment = "Model 2" }));

        var read = await ReadAsync(host, id);
        (read!.Title, read.Body, read.Version).Should().Be(("How to descale", "Use vinegar.", 1));
        (await ListAsync(host)).Should().Equal("How to descale");
        (await SearchAsync(host, "citric")).Should().BeEmpty("what is being written is not found either");

        await ActAsync(host, w => w.Knowledge.PublishAsync(id));
        read = await ReadAsync(host, id);
        (read!.Title, read.Content.Environment, read.Version).Should().Be(("Descaling", "Model 2", 2));
        (await SearchAsync(host, "citric")).Should().Equal("Descaling");

        await ActAsync(host, w => w.Knowledge.ArchiveAsync(id));
        (await ReadAsync(host, id)).Should().BeNull();
        (await ListAsync(host)).Should().BeEmpty();
        (await SearchAsync(host, "citric")).Should().BeEmpty();
    }

    [SkippableFact]
    [Trait("Check", "KB-02")]
    public async Task Schedule_ComesAndGoesByTheClockAlone()
    {
        var host = await HostAsync();
        var id = await WriteAsync(host, s_content, Audience.Public);
        var now = host.Clock.Now;
        await ActAsync(host, w => w.Knowledge.PublishAsync(id, new KnowledgePeriod(now + Duration.FromHours(1), now + Duration.FromHours(2))));

        // Nobody does the due work here.
        await ShouldBeReadableAsync(host, id, false);
        (await StatusAsync(host, KnowledgeStatus.Scheduled)).Should().Equal(id);
        host.Clock.Advance(Duration.FromHours(1) - Duration.FromMilliseconds(1));
        await ShouldBeReadableAsync(host, id, false);
        host.Clock.Advance(Duration.FromMilliseconds(1));
        await ShouldBeReadableAsync(host, id, true);
        (await StatusAsync(host, KnowledgeStatus.Published)).Should().Equal(id);
        host.Clock.Advance(Duration.FromHours(1) - Duration.FromMilliseconds(1));
        await ShouldBeReadableAsync(host, id, true);
        host.Clock.Advance(Duration.FromMilliseconds(1));
        await ShouldBeReadableAsync(host, id, false);
        (await StatusAsync(host, KnowledgeStatus.Archived)).Should().Equal(id);
        (await StatusAsync(host, KnowledgeStatus.Published)).Should().BeEmpty();

        await using var work = host.Work();
        (await work.Knowledge.PublishAsync(id)).Errors.Select(e => e.Code).Should().Equal("KnowledgeTransitionNotAllowed");
        await ActAsync(host, w => w.Get<KnowledgePublishing>().RestoreAsync(id));
        (await StatusAsync(host, KnowledgeStatus.Draft)).Should().Equal(id);
    }

    [SkippableFact]
    [Trait("Check", "KB-02")]
    public async Task DueWork_OfTwoProcesses_SaysEachThingOnce()
    {
        const int Items = 25;
        static void Setup(HostSetup setup)
        {
            setup.Persistence = o => o.DueWorkInterval = TimeSpan.FromMilliseconds(5);
            setup.Crm = o => o.Knowledge.BatchSize = 10;
        }

        var host = await HostAsync(Setup);
        var now = host.Clock.Now;
        for (var i = 0; i < Items; i++)
        {
            var id = await WriteAsync(host, s_content with { Title = $"Item {i}" }, Audience.Public);
            await ActAsync(host, w => w.Knowledge.PublishAsync(id, i % 2 == 0 ? new KnowledgePeriod(now + Duration.FromHours(1)) : new KnowledgePeriod(null, now + Duration.FromHours(1))));
        }

        host.Clock.Advance(Duration.FromHours(1));
        var other = await OpenAsync<SpecificationContext>(host.ConnectionString, Setup);
        other.Clock.Now = host.Clock.Now;
        var services = new[] { host, other }.Select(h => h.Services.GetServices<IHostedService>().Single(s => s.GetType().Name == "DueWorkService")).ToList();
        await Task.WhenAll(services.Select(s => s.StartAsync(default)));
        await using var check = host.Work();
        using var patience = new CancellationTokenSource(s_patience);
        while (await check.Context.Set<KnowledgeItem>().CountAsync(i => i.Status == KnowledgeStatus.Scheduled || (i.ArchivedAt == null && i.ExpiresAt != null), patience.Token) > 0)
        {
            await Task.Yield();
        }

        await Task.WhenAll(services.Select(s => s.StopAsync(default)));
        var outbox = await check.Context.Set<OutboxMessage>().Where(m => m.OccurredAt > now).Select(m => new { m.EventName, m.AggregateId }).ToListAsync();
        outbox.Select(m => m.AggregateId).Should().OnlyHaveUniqueItems().And.HaveCount(Items);
        outbox.CountBy(m => m.EventName).ToDictionary().Should().BeEquivalentTo(new Dictionary<string, int> { ["knowledge.item-published"] = 13, ["knowledge.item-expired"] = 12 });
    }

    [SkippableFact]
    [Trait("Check", "KB-04")]
    public async Task Versions_AreAllKeptComparedAndTakenUpAgain()
    {
        var host = await HostAsync();
        var id = await WriteAsync(host, s_content, Audience.Public);
        for (var i = 2; i <= 6; i++)
        {
            await ActAsync(host, w => w.Knowledge.ReviseAsync(id, s_content with { Body = $"Use vinegar.\nWait {i} minutes." }, note: $"Edit {i}"));
        }

        await using var work = host.Work();
        var versions = work.Get<KnowledgeVersions>();
        (await versions.ListAsync(id)).Select(v => (v.Number, v.Note)).Should().Equal((6, "Edit 6"), (5, "Edit 5"), (4, "Edit 4"), (3, "Edit 3"), (2, "Edit 2"), (1, null));
        (await versions.ListAsync(id, before: 3, take: 1)).Select(v => v.Number).Should().Equal(2);
        (await versions.FindAsync(id, 1))!.Content.Should().Be(s_content);
        (await versions.CompareAsync(id, 1, 6)).Value.Body.Select(l => (l.Kind, l.Text)).Should().Equal((KnowledgeDiffKind.Same, "Use vinegar."), (KnowledgeDiffKind.Added, "Wait 6 minutes."));
        (await versions.CompareAsync(id, 1, 7)).Errors.Select(e => e.Code).Should().Equal("KnowledgeVersionNotFound");

        await ActAsync(host, w => w.Get<KnowledgeVersions>().RollBackAsync(id, 1));
        await using var after = host.Work();
        (await after.Knowledge.FindAsync(id))!.Should().Match<KnowledgeItem>(i => i.Body == "Use vinegar." && i.LatestVersion == 7);
        (await after.Get<KnowledgeVersions>().ListAsync(id)).Should().HaveCount(7);
        (await after.Get<KnowledgeVersions>().RollBackAsync(id, 9)).Errors.Select(e => e.Code).Should().Equal("KnowledgeVersionNotFound");
        (await after.Get<KnowledgeVersions>().RollBackAsync(KnowledgeItemId.New(host.Clock.Now), 1)).Errors.Select(e => e.Code).Should().Equal("KnowledgeItemNotFound");
        await using var guest = host.Work(after.Scope with { Actor = Actor.Guest });
        (await guest.Get<KnowledgeVersions>().ListAsync(id)).Should().BeEmpty();
        (await guest.Get<KnowledgeVersions>().FindAsync(id, 1)).Should().BeNull();
        (await guest.Get<KnowledgeVersions>().CompareAsync(id, 1, 2)).Errors.Select(e => e.Code).Should().Equal("ActNotAllowed");
    }

    [SkippableFact]
    [Trait("Check", "KB-04")]
    public async Task TwoEditsAtOnce_OneIsRefusedAndNoVersionIsLost()
    {
        var host = await HostAsync();
        var id = await WriteAsync(host, s_content, Audience.Public);
        await using var one = host.Work();
        await using var two = host.Work();
        await one.Knowledge.ReviseAsync(id, s_content with { Body = "One" });
        await two.Knowledge.ReviseAsync(id, s_content with { Body = "Two" });

        (await one.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
        (await two.UnitOfWork.SaveAsync()).Errors.Select(e => e.Code).Should().Equal("VersionConflict");

        await using var check = host.Work();
        (await check.Get<KnowledgeVersions>().ListAsync(id)).Select(v => v.Number).Should().Equal(2, 1);
        (await check.Get<KnowledgeVersions>().FindAsync(id, 2))!.Content.Body.Should().Be("One");
    }

    [SkippableFact]
    [Trait("Check", "KB-03")]
    public async Task Confidence_IsKeptWithReuseAndGovernance()
    {
        var host = await HostAsync(s => s.Crm = o =>
        {
            o.Knowledge.DefaultLicence = KnowledgeLicence.Candidate;
            o.Knowledge.RoleLicences["coach"] = KnowledgeLicence.Publisher;
        });
        var id = await WriteAsync(host, s_content with { Body = "" }, Audience.Internal);
        await using (var begun = host.Work())
        {
            (await begun.Get<KnowledgeLists>().ListAsync(new KnowledgeItemCriteria { Confidence = KnowledgeConfidence.WorkInProgress, Text = "DESCALE" })).Items.Should().ContainSingle(i => i.Id == id);
            (await begun.Get<KnowledgePublishing>().GovernAsync(id, KnowledgeGovernance.Compliance)).Errors.Select(e => e.Code).Should().Equal("KnowledgeLicenceTooLow");
        }

        await ActAsync(host, w => w.Knowledge.ReviseAsync(id, s_content));
        await ActAsync(host, w => w.Knowledge.PublishAsync(id));
        for (var i = 0; i < 3; i++)
        {
            await using var reuse = host.Work();
            (await reuse.Knowledge.FindAsync(id))!.Reused(3, host.Clock.Now);
            await reuse.SaveAsync();
        }

        await using var check = host.Work();
        var stored = (await check.Knowledge.FindAsync(id))!;
        (stored.Confidence, stored.ReuseCount, stored.ReusedAt).Should().Be((KnowledgeConfidence.Validated, 3, host.Clock.Now));
        (await check.Knowledge.ChangeAudienceAsync(id, Audience.Public)).Errors.Select(e => e.Code).Should().Equal("KnowledgeLicenceTooLow");
        await using var coach = host.Work(check.Scope with { Actor = Actor.Agent("cora") with { Roles = ["coach"] } });
        (await coach.Knowledge.ChangeAudienceAsync(id, Audience.Public)).Succeeded.Should().BeTrue();
    }

    [SkippableFact]
    [Trait("Check", "KB-01")]
    [Trait("Check", "KB-02")]
    public async Task EveryRead_OfRandomLives_AgreesWithTheItemAtEveryInstant()
    {
        var host = await HostAsync();
        var (random, by, start) = (new Random(20260601), new KnowledgeAuthor("ada", KnowledgeLicence.Publisher), host.Clock.Now);
        var items = new List<KnowledgeItem>();
        await using (var work = host.Work())
        {
            for (var i = 0; i < 150; i++)
            {
                var item = (await work.Knowledge.WriteAsync(s_content with { Title = $"Item {i}" }, Audience.Public)).Value;
                var now = start;
                for (var acts = random.Next(6); acts > 0; acts--)
                {
                    now += Duration.FromMinutes(random.Next(90));
                    Live(item, random, by, now);
                }

                items.Add(item);
            }

            await work.SaveAsync();
        }

        items.Select(i => i.Status).Distinct().Should().HaveCount(Enum.GetValues<KnowledgeStatus>().Length, "every status occurs");

        // From an instant on at which every act has happened; whatever the clock still does lies after it.
        for (var hours = 8; hours <= 20; hours++)
        {
            host.Clock.Now = start + Duration.FromHours(hours);
            await using var reader = Guest(host);
            var published = items.Where(i => i.StatusAt(host.Clock.Now) == KnowledgeStatus.Published).Select(i => i.Id).ToList();
            (await reader.Search.ListAsync(KnowledgeListCriteria.All, new PageRequest { Take = 1000 })).Items.Select(i => i.Id).Should().BeEquivalentTo(published);
            foreach (var item in items.Where((_, i) => i % 10 == hours % 10))
            {
                (await reader.Search.ReadAsync(item.Id) is not null).Should().Be(published.Contains(item.Id));
            }

            await using var writer = host.Work();
            var listed = (await writer.Get<KnowledgeLists>().ListAsync(KnowledgeItemCriteria.All, new PageRequest { Take = 1000 })).Items;
            listed.ToDictionary(i => i.Id, i => i.Status).Should().BeEquivalentTo(items.ToDictionary(i => i.Id, i => i.StatusAt(host.Clock.Now)));
            foreach (var status in Enum.GetValues<KnowledgeStatus>())
            {
                (await StatusAsync(host, status)).Should().BeEquivalentTo(items.Where(i => i.StatusAt(host.Clock.Now) == status).Select(i => i.Id));
            }
        }

        static void Live(KnowledgeItem item, Random random, KnowledgeAuthor by, Instant now)
        {
            var period = new KnowledgePeriod(
                random.Next(2) == 0 ? null : now + Duration.FromHours(random.Next(1, 8)), random.Next(2) == 0 ? null : now + Duration.FromHours(random.Next(8, 14)));
            switch (random.Next(7))
            {
                case 0 when item.CanRequestReview(by, now):
                    item.RequestReview(by, now);
                    break;
                case 1 when item.CanRevise(by, now):
                    item.Revise(s_content with { Title = item.Title }, by, now);
                    break;
                case 2 when item.CanArchive(by, now):
                    item.Archive(by, now);
                    break;
                case 3 when item.CanRestore(by, now):
                    item.Restore(by, now);
                    break;
                case >= 4 when item.CanPublish(by, now, period):
                    item.Publish(by, now, period);
                    break;
            }
        }
    }

    private static async Task<KnowledgeItemId> WriteAsync(CrmTestHost<SpecificationContext> host, KnowledgeContent content, Audience audience)
    {
        await using var work = host.Work();
        var item = (await work.Knowledge.WriteAsync(content, audience)).Value;
        await work.SaveAsync();
        return item.Id;
    }

    private static async Task ActAsync(CrmTestHost<SpecificationContext> host, Func<CrmWork<SpecificationContext>, Task<CrmResult<KnowledgeItem>>> act)
    {
        await using var work = host.Work();
        (await act(work)).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
    }

    private static CrmWork<SpecificationContext> Guest(CrmTestHost<SpecificationContext> host) => host.Work(new CrmScope(Actor.Guest));

    private static async Task<KnowledgeArticle?> ReadAsync(CrmTestHost<SpecificationContext> host, KnowledgeItemId id)
    {
        await using var guest = Guest(host);
        return await guest.Search.ReadAsync(id);
    }

    private static async Task<IReadOnlyList<string>> ListAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var guest = Guest(host);
        return [.. (await guest.Search.ListAsync(KnowledgeListCriteria.All)).Items.Select(i => i.Title)];
    }

    private static async Task<IReadOnlyList<string>> SearchAsync(CrmTestHost<SpecificationContext> host, string text)
    {
        await using var guest = Guest(host);
        return [.. (await guest.Search.SearchAsync(new KnowledgeCriteria(text))).Hits.Select(h => h.Title)];
    }

    private static async Task ShouldBeReadableAsync(CrmTestHost<SpecificationContext> host, KnowledgeItemId id, bool isReadable)
    {
        (await ReadAsync(host, id) is not null).Should().Be(isReadable);
        (await ListAsync(host)).Should().HaveCount(isReadable ? 1 : 0);
        (await SearchAsync(host, "vinegar")).Should().HaveCount(isReadable ? 1 : 0);
    }

    private static async Task<IReadOnlyList<KnowledgeItemId>> StatusAsync(CrmTestHost<SpecificationContext> host, KnowledgeStatus status)
    {
        await using var work = host.Work();
        var found = (await work.Get<KnowledgeLists>().ListAsync(new KnowledgeItemCriteria { Status = status }, new PageRequest { Take = 1000 })).Items;
        found.Should().NotContain(i => i.Status != status);
        return [.. found.Select(i => i.Id)];
    }
}
