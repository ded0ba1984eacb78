using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Domain.Overview;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>Segments as records: lists, criteria and their versions, stays with their reasons, who may see them, merges and erasure.</summary>
public abstract class SegmentSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const string Vip = """{"field":"tag","operator":"equals","value":"vip"}""";

    [SkippableFact]
    [Trait("Check", "EM-01")]
    public async Task StaticList_AddAndRemove_KeepsEveryStayWithWhoWhenAndWhy()
    {
        var host = await HostAsync();
        var anna = await host.RegisterAsync("Anna");
        await host.CreateAsync("guests", null);
        await ChangeAsync(host, l => l.AddAsync("guests", anna, "met at the fair"));
        (await host.MembersAsync("guests")).Should().Equal(anna);
        var began = host.Clock.Now;
        host.Clock.Advance(Duration.FromDays(2));
        await ChangeAsync(host, l => l.RemoveAsync("guests", anna, "moved away"));
        await ChangeAsync(host, l => l.AddAsync("guests", anna));
        await using var work = host.Work();
        var history = (await work.Get<SegmentMembers>().HistoryAsync(anna)).Items;
        history.Should().HaveCount(2);
        history[0].Should().Match<SegmentStay>(s => s.LeftAt == null && s.EnteredNote == null && s.EnteredAt == host.Clock.Now);
        history[1].Should().Be(new SegmentStay(history[1].Id, "guests", "The guests", began, SegmentReason.Hand)
        {
            EnteredBy = "ada", EnteredNote = "met at the fair", LeftAt = host.Clock.Now, LeftBecause = SegmentReason.Hand, LeftBy = "ada", LeftNote = "moved away",
        });
        (await work.Get<CustomerOverviews>().FindAsync(anna))!.Segments.Should().ContainSingle(s => s.Key == "guests");
        (await host.StayEventsAsync()).Select(e => e.EventName).Should().BeEquivalentTo("marketing.segment-entered", "marketing.segment-left", "marketing.segment-entered");
    }

    [SkippableFact]
    public async Task ImportAsync_KnownAndNewCustomers_LetsTheNewOnesIn()
    {
        var host = await HostAsync();
        var ids = new[] { await host.RegisterAsync("Anna"), await host.RegisterAsync("Bob"), await host.RegisterAsync("Carla") };
        await host.CreateAsync("guests", null);
        await ChangeAsync(host, l => l.AddAsync("guests", ids[0]));
        await using var work = host.Work();
        (await work.Get<SegmentLists>().ImportAsync("guests", [.. ids, ids[1]], "fair.csv")).Value.Should().Be(2);
        await work.SaveAsync();
        (await host.MembersAsync("guests")).Should().Equal(ids.Order());
        (await work.Get<SegmentMembers>().ListAsync("guests")).Items.Should().Contain(m => m.CustomerId == ids[2] && m.Reason == SegmentReason.Import && m.Note == "fair.csv" && m.By == "ada");
        var stranger = CustomerId.New(host.Clock.Now);
        (await work.Get<SegmentLists>().ImportAsync("guests", [stranger])).Errors.Should().ContainSingle(e => e.Code == nameof(CrmErrorDescriber.CustomerNotFound));
    }

    [SkippableFact]
    [Trait("Check", "EM-01")]
    public async Task DynamicSegment_CriteriaChange_MembersSayByWhichVersionTheyCameAndLeft()
    {
        var host = await HostAsync();
        var (anna, bob) = (await host.RegisterAsync("Anna", "vip"), await host.RegisterAsync("Bob", "new"));
        (await host.CreateAsync("vips", Vip)).Should().Match<SavedSegment>(s => s.Number == 1 && s.Contradictions.Count == 0);
        (await host.RefreshAsync()).Segments.Should().Equal(new SegmentOutcome("vips", SegmentRefreshMode.Rebuild, null, 1, 0));
        (await host.MembersAsync("vips")).Should().Equal(anna);
        host.Clock.Advance(Duration.FromHours(1));
        await using (var work = host.Work())
        {
            (await work.Get<Segments>().ChangeCriteriaAsync("vips", Criterion.Parse("""{"field":"tag","operator":"equals","value":"new"}""").Value)).Value.Number.Should().Be(2);
            await work.SaveAsync();
        }

        (await host.RefreshAsync()).Segments.Should().Equal(new SegmentOutcome("vips", SegmentRefreshMode.Rebuild, null, 1, 1));
        (await host.RefreshAsync()).Segments.Should().Equal(new SegmentOutcome("vips", SegmentRefreshMode.Update, 0, 0, 0));
        (await host.MembersAsync("vips")).Should().Equal(bob);
        await using var look = host.Work();
        (await look.Get<SegmentMembers>().HistoryAsync(anna)).Items.Should().ContainSingle().Which.Should().Match<SegmentStay>(
            s => s.EnteredNumber == 1 && s.LeftNumber == 2 && s.EnteredBecause == SegmentReason.Criteria && s.LeftBecause == SegmentReason.Criteria && s.EnteredBy == null);
        (await look.Get<SegmentMembers>().RunsAsync("vips")).Items.Select(r => (r.Number, r.Mode, r.Entered, r.Left)).Should().Equal((2, SegmentRefreshMode.Rebuild, 1, 1), (1, SegmentRefreshMode.Rebuild, 1, 0));
        var found = (await look.Get<SegmentMembers>().FindAsync("vips"))!;
        (found.Summary.Members, found.Summary.RefreshedAt, found.Versions.Count).Should().Be((1, host.Clock.Now, 2));
        found.Versions[1].Criteria.Should().Be(Criterion.Parse(Vip).Value.ToJson());
        var events = await host.StayEventsAsync();
        events.Select(e => (e.EventName, e.AggregateVersion)).Should().BeEquivalentTo([("marketing.segment-entered", 1L), ("marketing.segment-left", 2L), ("marketing.segment-entered", 1L)]);
        events.Should().OnlyContain(e => e.Payload.Contains(e.AggregateId.ToString(), StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Refresh_EventsOfStays_ReachTheirHandlersInOrder()
    {
        var seen = new SeenStays();
        var host = await HostAsync(s => s.Services = services => services.AddSeen(seen));
        var anna = await host.RegisterAsync("Anna", "vip");
        await host.CreateAsync("vips", Vip);
        await host.CreateAsync("quiet", Vip, announces: false);
        await host.RefreshAsync();
        await using (var work = host.Work())
        {
            await work.Care.UntagAsync(anna, "vip");
            await work.SaveAsync();
        }

        host.Clock.Advance(Duration.FromMinutes(1));
        await host.RefreshAsync();
        await using (var work = host.Work())
        {
            while (await work.Get<IOutboxDispatcher>().DispatchAsync() > 0)
            {
            }
        }

        seen.All.Should().Equal(("entered", "vips", anna, SegmentReason.Criteria), ("left", "vips", anna, SegmentReason.Criteria));
    }

    [SkippableFact]
    public async Task PreviewAsync_CountsWithoutSaving_AndWarnsOfWhatNeverHolds()
    {
        var host = await HostAsync();
        await host.RegisterAsync("Anna", "vip");
        await using var work = host.Work();
        (await work.Get<Segments>().PreviewAsync(Criterion.Parse(Vip).Value)).Value.Should().Match<SegmentPreview>(p => p.Members == 1 && p.Contradictions.Count == 0);
        var never = Criterion.Parse("""{"all":[{"field":"purchases.sum","operator":"greaterThan","value":5},{"field":"purchases.sum","operator":"lessThan","value":5}]}""").Value;
        (await work.Get<Segments>().PreviewAsync(never)).Value.Should().BeEquivalentTo(new SegmentPreview(0, ["$.all[0]", "$.all[1]"]));
        (await work.Get<Segments>().CreateAsync(new SegmentDraft("never", "Never") { Criteria = never })).Value.Contradictions.Should().HaveCount(2);
        await work.SaveAsync();
        (await host.RefreshAsync()).Segments.Single().Entered.Should().Be(0);
        (await work.Get<SegmentMembers>().SegmentsAsync()).Should().ContainSingle(s => s.Key == "never" && s.Members == 0);
    }

    [SkippableFact]
    public async Task BadInput_IsRefusedWithItsCode()
    {
        var host = await HostAsync();
        var anna = await host.RegisterAsync("Anna");
        await host.CreateAsync("vips", Vip);
        await host.CreateAsync("guests", null);
        await host.CreateAsync("others", """{"field":"segments.key","operator":"notIn","value":["vips","guests"]}""");
        await using var work = host.Work();
        var (segments, lists) = (work.Get<Segments>(), work.Get<SegmentLists>());
        Refused(await CreateAsync("x", """{"field":"shoeSize","operator":"equals","value":7}"""), nameof(CrmErrorDescriber.CriteriaFieldUnknown));
        Refused(await CreateAsync("x", """{"field":"custom:nick","operator":"equals","value":"a"}"""), nameof(CrmErrorDescriber.CriteriaFieldUnknown));
        Refused(await CreateAsync("x", """{"field":"purchases.sum","operator":"greaterThan","value":"much"}"""), nameof(CrmErrorDescriber.CriteriaValueInvalid));
        Refused(await CreateAsync("x", """{"field":"tag","operator":"lessThan","value":7}"""), nameof(CrmErrorDescriber.CriteriaOperatorNotAllowed));
        Refused(await CreateAsync("x", """{"field":"segments.key","operator":"isEmpty"}"""), nameof(CrmErrorDescriber.CriteriaOperatorNotAllowed));
        Refused(await CreateAsync("x", """{"field":"segments.key","operator":"equals","value":"nobody"}"""), nameof(CrmErrorDescriber.SegmentNotFound));
        Refused(await CreateAsync("x", """{"field":"segments.key","operator":"equals","value":"x"}"""), nameof(CrmErrorDescriber.SegmentNamesItself));
        Refused(await segments.ChangeCriteriaAsync("vips", Criterion.Parse("""{"not":{"field":"segments.key","operator":"equals","value":"others"}}""").Value), nameof(CrmErrorDescriber.SegmentNamesItself));
        Refused(await segments.ChangeCriteriaAsync("guests", Criterion.Everything), nameof(CrmErrorDescriber.SegmentIsStatic));
        Refused(await CreateAsync("vips", Vip), nameof(CrmErrorDescriber.SegmentAlreadyDefined));
        Refused(await CreateAsync("Not a key", Vip), nameof(CrmErrorDescriber.InvalidValue));
        Refused(await segments.ArchiveAsync("vips"), nameof(CrmErrorDescriber.SegmentInUse));
        Refused(await segments.RestoreAsync("vips"), nameof(CrmErrorDescriber.SegmentNotArchived));
        Refused(await segments.DescribeAsync("nobody", "N"), nameof(CrmErrorDescriber.SegmentNotFound));
        Refused(await lists.AddAsync("vips", anna), nameof(CrmErrorDescriber.SegmentIsDynamic));
        Refused(await lists.AddAsync("guests", CustomerId.New(host.Clock.Now)), nameof(CrmErrorDescriber.CustomerNotFound));
        Refused(await lists.RemoveAsync("guests", anna), nameof(CrmErrorDescriber.SegmentMemberMissing));
        (await lists.AddAsync("guests", anna)).Succeeded.Should().BeTrue();
        Refused(await lists.AddAsync("guests", anna), nameof(CrmErrorDescriber.SegmentMemberAlready));
        Refused(await work.Get<SegmentRefresh>().RebuildAsync("guests"), nameof(CrmErrorDescriber.SegmentIsStatic));

        Task<CrmResult<SavedSegment>> CreateAsync(string key, string criteria) => segments.CreateAsync(new SegmentDraft(key, "X") { Criteria = Criterion.Parse(criteria).Value });
    }

    [SkippableFact]
    public async Task Segments_AreForStaffAlone()
    {
        var host = await HostAsync();
        var anna = await host.RegisterAsync("Anna", "vip");
        await host.CreateAsync("vips", Vip);
        await host.RefreshAsync();
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("anna", [anna.ToSubject()])));
        (await portal.Get<SegmentMembers>().SegmentsAsync()).Should().BeEmpty();
        (await portal.Get<SegmentMembers>().FindAsync("vips")).Should().BeNull();
        (await portal.Get<SegmentMembers>().ListAsync("vips")).Items.Should().BeEmpty();
        (await portal.Get<SegmentMembers>().HistoryAsync(anna)).Items.Should().BeEmpty();
        (await portal.Get<CustomerOverviews>().FindAsync(anna))!.Segments.Should().BeNull();
        Refused(await portal.Get<SegmentRefresh>().RunAsync(), nameof(CrmErrorDescriber.ActNotAllowed));
        Refused(await portal.Get<SegmentLists>().AddAsync("vips", anna), nameof(CrmErrorDescriber.ActNotAllowed));
        Refused(await portal.Get<Segments>().PreviewAsync(Criterion.Everything), nameof(CrmErrorDescriber.ActNotAllowed));
    }

    [SkippableFact]
    public async Task Archive_ThenRestore_FindsTheMembersAnew()
    {
        var host = await HostAsync();
        await host.RegisterAsync("Anna", "vip");
        await host.CreateAsync("vips", Vip);
        await host.RefreshAsync();
        await SegmentAsync(s => s.ArchiveAsync("vips"));
        var bob = await host.RegisterAsync("Bob", "vip");
        (await host.RefreshAsync()).Segments.Should().BeEmpty();
        await SegmentAsync(s => s.RestoreAsync("vips"));
        (await host.RefreshAsync()).Segments.Should().Equal(new SegmentOutcome("vips", SegmentRefreshMode.Rebuild, null, 1, 0));
        (await host.MembersAsync("vips")).Should().HaveCount(2).And.Contain(bob);

        async Task SegmentAsync(Func<Segments, Task<CrmResult<SavedSegment>>> act)
        {
            await using var work = host.Work();
            (await act(work.Get<Segments>())).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }
    }

    [SkippableFact]
    public async Task Merge_CarriesStaysOver_AndUndoingBringsThemBack()
    {
        var host = await HostAsync();
        var (anna, double1) = (await host.RegisterAsync("Anna"), await host.RegisterAsync("Anna"));
        await host.CreateAsync("guests", null);
        await host.CreateAsync("both", null);
        await ChangeAsync(host, l => l.AddAsync("guests", double1));
        await ChangeAsync(host, l => l.AddAsync("both", double1));
        await ChangeAsync(host, l => l.AddAsync("both", anna));
        MergeId merge;
        await using (var work = host.Work())
        {
            var plan = (await work.Merger.PlanAsync(anna, double1)).Value;
            plan.Items.Where(i => i.Kind == "segment").Select(i => (i.Value, i.Origin)).Should().Equal(("both", MergeSide.Both), ("guests", MergeSide.Absorbed));
            merge = (await work.Merger.MergeAsync(anna, double1)).Value.Id!.Value;
        }

        (await host.MembersAsync("guests")).Should().Equal(anna);
        (await host.MembersAsync("both")).Should().Equal(anna);
        await using (var work = host.Work())
        {
            var history = (await work.Get<SegmentMembers>().HistoryAsync(anna)).Items;
            history.Should().HaveCount(4).And.Contain(s => s.Key == "guests" && s.EnteredBecause == SegmentReason.Merge && s.LeftAt == null)
                .And.Contain(s => s.Key == "guests" && s.LeftBecause == SegmentReason.Merge);
            (await work.Merger.UnmergeAsync(merge)).Errors.Should().BeEmpty();
        }

        (await host.MembersAsync("guests")).Should().Equal(double1);
        (await host.MembersAsync("both")).Should().Equal(new[] { anna, double1 }.Order());
    }

    [SkippableFact]
    public async Task Erasure_StaysAreInTheExport_AndTheNextRefreshLetsThePersonOut()
    {
        var host = await HostAsync(s => s.Crm = o => o.SuppressionKey = Convert.ToBase64String(new byte[32]));
        var anna = await host.RegisterAsync("Anna", "vip");
        await host.CreateAsync("guests", null);
        await host.CreateAsync("everybody", """{"all":[]}""");
        await ChangeAsync(host, l => l.AddAsync("guests", anna, "Anna Known came along"));
        await host.RefreshAsync();
        await using (var work = host.Work())
        {
            var export = (await work.Get<PrivacyOffice>().ExportAsync(anna)).Value;
            System.Text.Json.JsonSerializer.Serialize(export).Should().Contain("Anna Known came along").And.Contain("everybody");
            (await work.Get<PrivacyOffice>().EraseAsync(anna)).Errors.Should().BeEmpty();
        }

        host.Clock.Advance(Duration.FromMinutes(1));
        (await host.RefreshAsync()).Touched.Should().Be(1);
        (await host.MembersAsync("guests")).Should().BeEmpty();
        (await host.MembersAsync("everybody")).Should().BeEmpty();
        await using var look = host.Work();
        var stays = (await look.Get<SegmentMembers>().HistoryAsync(anna)).Items;
        stays.Should().HaveCount(2).And.OnlyContain(s => s.LeftBecause == SegmentReason.Erasure);
        stays.Should().NotContain(s => s.EnteredNote != null && s.EnteredNote.Contains("Anna", StringComparison.Ordinal));
        (await host.StayEventsAsync()).Where(e => e.EventName == "marketing.segment-left").Should().HaveCount(2).And.OnlyContain(e => e.Payload.Contains("\"Erasure\"", StringComparison.OrdinalIgnoreCase));
    }

    [SkippableFact]
    [Trait("Check", "XC-04")]
    public async Task Refresh_OfOneTenant_SeesAndWritesNothingOfAnother()
    {
        var (one, two) = (new CrmScope(Actor.Agent("ada")) { TenantId = "one" }, new CrmScope(Actor.Agent("bob")) { TenantId = "two" });
        var host = await HostAsync<TenantContext>(s => s.Scope = one);
        var anna = await host.RegisterAsync("Anna", "vip");
        await host.CreateAsync("vips", Vip);
        await using (var other = host.Work(two))
        {
            (await other.Get<SegmentRefresh>().RunAsync()).Value.Segments.Should().BeEmpty();
            (await other.Get<Segments>().CreateAsync(new SegmentDraft("vips", "V") { Criteria = Criterion.Parse(Vip).Value })).Succeeded.Should().BeTrue("keys are of one tenant");
            await other.SaveAsync();
            (await other.Get<SegmentRefresh>().RunAsync()).Value.Segments.Single().Entered.Should().Be(0);
        }

        (await host.RefreshAsync()).Should().Match<SegmentRefreshResult>(r => r.Touched == 1 && r.Segments.Count == 1);
        (await host.MembersAsync("vips")).Should().Equal(anna);
        await using var after = host.Work(two);
        (await after.Get<SegmentMembers>().ListAsync("vips")).Items.Should().BeEmpty();
        (await after.Get<SegmentMembers>().HistoryAsync(anna)).Items.Should().BeEmpty();
        (await after.Context.Set<AuditEntry>().Where(a => a.AggregateType == nameof(SegmentRun)).CountAsync()).Should().Be(1);
    }

    private static void Refused<T>(CrmResult<T> result, string code)
        where T : notnull => result.Errors.Should().ContainSingle(e => e.Code == code);

    private static async Task ChangeAsync<T>(CrmTestHost<SpecificationContext> host, Func<SegmentLists, Task<CrmResult<T>>> act)
        where T : notnull
    {
        await using var work = host.Work();
        (await act(work.Get<SegmentLists>())).Succeeded.Should().BeTrue();
        await work.SaveAsync();
    }
}
