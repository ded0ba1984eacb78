using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>An incremental refresh leaves what asking of everybody would leave, whatever happened, whoever else refreshes, wherever it breaks off.</summary>
public abstract class SegmentRefreshSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const string Vip = """{"field":"tag","operator":"equals","value":"vip"}""";

    private static readonly int s_steps = Environment.GetEnvironmentVariable("CRM_FULL") == "1" ? 600 : 120;

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [Trait("Check", "EM-02")]
    public async Task Run_AfterAnyStreamOfEventsAndTime_LeavesWhatARebuildLeaves(int seed)
    {
        var host = await HostAsync(s => s.Crm = o => o.SuppressionKey = Convert.ToBase64String(new byte[32]));
        var stream = new SegmentStream(host, seed);
        await stream.BeginAsync();
        var (random, changed, since) = (new Random(seed), 0, new List<string>());
        for (var step = 0; step < s_steps; step++)
        {
            await stream.StepAsync();
            since.Add(stream.Last);
            if (random.Next(3) > 0)
            {
                continue;
            }

            var refreshed = await host.RefreshAsync();
            refreshed.Segments.Should().HaveCount(26).And.OnlyContain(s => s.Problem == null);
            changed += refreshed.Segments.Where(s => s.Mode == SegmentRefreshMode.Update).Sum(s => s.Entered + s.Left);
            await using var work = host.Work();
            var rebuilt = (await work.Get<SegmentRefresh>().RebuildAsync()).Value;
            rebuilt.Segments.Where(s => s.Entered + s.Left > 0).Should().BeEmpty($"step {step} after {string.Join(", ", since)}");
            since.Clear();
        }

        changed.Should().BeGreaterThan(50, "the stream moves customers");
        await AgreeWithListsAsync(host);
        await EveryEventOnceAsync(host);
    }

    [SkippableFact]
    [Trait("Check", "EM-02")]
    public async Task Run_TimeAlonePassed_AsksOfThoseAloneForWhomItMatters()
    {
        var host = await HostAsync();
        var (old, young) = (await host.RegisterAsync("Anna"), default(CustomerId));
        host.Clock.Advance(Duration.FromDays(1));
        young = await host.RegisterAsync("Bob");
        await host.CreateAsync("newcomers", """{"field":"registeredAt","operator":"withinLast","value":2}""");
        await host.RefreshAsync();
        (await host.MembersAsync("newcomers")).Should().HaveCount(2);

        // Two days after the first registration it is in by the last microsecond, and a microsecond later it is out.
        host.Clock.Advance(Duration.FromDays(1));
        (await host.RefreshAsync()).Segments.Single().Should().Be(new SegmentOutcome("newcomers", SegmentRefreshMode.Update, 0, 0, 0));
        host.Clock.Advance(Duration.FromTicks(10));
        (await host.RefreshAsync()).Segments.Single().Should().Be(new SegmentOutcome("newcomers", SegmentRefreshMode.Update, 1, 0, 1));
        (await host.MembersAsync("newcomers")).Should().Equal(young);
        await using var work = host.Work();
        (await work.Get<SegmentMembers>().HistoryAsync(old)).Items.Single().LeftAt.Should().Be(host.Clock.Now);
    }

    [SkippableFact]
    public async Task Run_SeveralProcessesAtOnce_LetEveryCustomerInOnce()
    {
        var host = await HostAsync();
        await host.CreateAsync("vips", Vip);
        await host.RefreshAsync();
        var ids = new List<CustomerId>();
        for (var round = 0; round < 5; round++)
        {
            ids.Add(await host.RegisterAsync("Anna", "vip"));
            ids.Add(await host.RegisterAsync("Bob", "vip"));
            var others = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAsync<SpecificationContext>(host.ConnectionString)));
            var results = await Task.WhenAll(others.Select(async (o, i) =>
            {
                o.Clock.Now = host.Clock.Now + Duration.FromSeconds(i);
                return await o.RefreshAsync();
            }));
            results.Sum(r => r.Segments.Single().Entered).Should().Be(2);
            host.Clock.Advance(Duration.FromMinutes(1));
        }

        (await host.MembersAsync("vips")).Should().Equal(ids.Order());
        await EveryEventOnceAsync(host);
    }

    [SkippableFact]
    public async Task Run_BreaksOffAnywhere_LeavesEverythingAsItWas()
    {
        var failing = new FailingCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(failing));
        await host.CreateAsync("vips", Vip);
        await host.CreateAsync("rest", """{"field":"segments.key","operator":"notEquals","value":"vips"}""");
        await host.RefreshAsync();
        var anna = await host.RegisterAsync("Anna", "vip");
        var broken = 0;
        for (var after = 0; ; after++)
        {
            failing.After = after;
            await using var work = host.Work();
            try
            {
                (await work.Get<SegmentRefresh>().RunAsync()).Succeeded.Should().BeTrue();
                failing.After = null;
                break;
            }
            catch (Exception gone) when (gone.GetBaseException() is TimeoutException)
            {
                failing.After = null;
                broken++;
                (await host.MembersAsync("vips")).Should().BeEmpty();
                (await host.StayEventsAsync()).Should().BeEmpty();
            }
        }

        broken.Should().BeGreaterThan(5);
        (await host.MembersAsync("vips")).Should().Equal(anna);
        (await host.MembersAsync("rest")).Should().BeEmpty();
        await EveryEventOnceAsync(host);
    }

    [SkippableFact]
    public async Task Run_CriteriaThatCompileNoLonger_AreReportedAndHoldUpNobody()
    {
        var host = await HostAsync();
        await host.CreateAsync("vips", Vip);
        await using (var work = host.Work())
        {
            (await work.Catalog.DefineAsync(SubjectKinds.Customer, "size", FieldType.Number)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await host.CreateAsync("sized", """{"field":"custom:size","operator":"greaterThan","value":3}""");
        var anna = await host.RegisterAsync("Anna", "vip");
        await using (var work = host.Work())
        {
            var field = await work.Context.Set<CustomFieldDefinition>().SingleAsync();
            work.Context.Remove(field);
            await work.SaveAsync();
        }

        var refreshed = await host.RefreshAsync();
        refreshed.Segments.Single(s => s.Key == "sized").Problem.Should().StartWith(nameof(CrmErrorDescriber.CriteriaFieldUnknown));
        (await host.MembersAsync("vips")).Should().Equal(anna);
        await using var look = host.Work();
        (await look.Get<SegmentMembers>().SegmentsAsync()).Single(s => s.Key == "sized").Problem.Should().NotBeNull();
    }

    [SkippableFact]
    public async Task Run_MoreTouchedThanMakesSenseToName_AsksOfEverybody()
    {
        var host = await HostAsync();
        await host.CreateAsync("vips", Vip);
        await host.RefreshAsync();
        var anna = await host.RegisterAsync("Anna", "vip");
        await using var work = host.Work();
        var many = Enumerable.Range(0, 6_000).Select(i => CustomerId.From(new Guid(i + 1, 0, 0, new byte[8]))).ToList();
        (await work.Get<SegmentRefresh>().TouchAsync(many)).Value.Should().Be(6_000);
        var refreshed = await host.RefreshAsync();
        (refreshed.Touched, refreshed.Segments.Single().Mode).Should().Be((null, SegmentRefreshMode.Rebuild));
        (await host.MembersAsync("vips")).Should().Equal(anna);
        (await host.RefreshAsync()).Touched.Should().Be(0);
    }

    [SkippableFact]
    public async Task Touches_CoverEveryTableThatCriteriaRead()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var asked = new AskedTables();
        work.Get<CustomerFieldCatalogue>().For(asked, [new CustomField(CustomFieldId.New(host.Clock.Now), SubjectKinds.Customer, "size", FieldType.Number)])
            .Compile(Criterion.Parse("""{"field":"preference:delivery","operator":"equals","value":"x"}""").Value, new CriteriaMoment(host.Clock.Now, DateTimeZone.Utc));
        var noted = (IEnumerable<Type>)typeof(CrmAreas).Assembly.GetType("Crm.Persistence.EfCore.Marketing.CustomerTouches", throwOnError: true)!.GetProperty("Read")!.GetValue(null)!;
        noted.Should().Contain(asked.Tables).And.Contain([typeof(Person), typeof(Organisation)]);
    }

    // Lists of customers ask the database in another way, and of everybody.
    private static async Task AgreeWithListsAsync(CrmTestHost<SpecificationContext> host)
    {
        await host.RefreshAsync();
        await using var work = host.Work();
        var now = host.Clock.Now;
        var restricted = work.Context.Set<PrivacyMeasure>().Where(m => m.Kind == PrivacyMeasureKind.Restriction && m.LiftedAt == null && (m.Until == null || m.Until > now)).Select(m => m.CustomerId);
        var usable = await work.Context.Set<Customer>().IgnoreAutoIncludes().Where(c => c.ErasedAt == null && !restricted.Contains(c.Id)).Select(c => c.Id).ToListAsync();
        foreach (var segment in await work.Get<SegmentMembers>().SegmentsAsync())
        {
            if ((await work.Get<SegmentMembers>().FindAsync(segment.Key))!.Criteria is { } criteria)
            {
                var listed = (await work.Get<CustomerSegments>().ListAsync(Criterion.Parse(criteria).Value, new PageRequest { Take = 1_000 })).Value.Items.Select(c => c.Id);
                (await host.MembersAsync(segment.Key)).Should().Equal(listed.Intersect(usable).Order(), criteria);
                (await work.Get<Segments>().PreviewAsync(Criterion.Parse(criteria).Value)).Value.Members.Should().Be(segment.Members);
            }
        }
    }

    private static async Task EveryEventOnceAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        var stays = await work.Context.Set<SegmentMembership>().AsNoTracking().ToListAsync();
        var events = (await host.StayEventsAsync()).ToLookup(e => (e.AggregateId, e.AggregateVersion));
        events.Should().OnlyContain(e => e.Count() == 1);

        // What a merge leaves of a stay is history under another id.
        stays.Where(s => s.EnteredBecause == SegmentReason.Criteria && s.LeftBecause != SegmentReason.Merge && !events.Contains((s.Id.Value, 1L))).Should().BeEmpty();
        stays.Where(s => s.LeftBecause == SegmentReason.Criteria && !events.Contains((s.Id.Value, 2L))).Should().BeEmpty();
    }
}
