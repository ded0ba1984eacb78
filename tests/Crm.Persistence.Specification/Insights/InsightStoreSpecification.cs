using Crm.Analytics.Insights;
using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Insights;
using Crm.Domain.Orders;
using Crm.Domain.Overview;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Insights;

/// <summary>Rows of figures: lists, merges, restriction, tenants, who may read them, and lists by criteria.</summary>
public abstract class InsightStoreSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly LocalDate s_day = new(2026, 5, 31);

    [SkippableFact]
    public async Task ListAsync_EveryOrder_GoesThroughAllOnceByPages()
    {
        var (host, ids) = await PlantedAsync(40);
        await using var work = host.Work();
        var insights = work.Get<CustomerInsights>();
        foreach (var (order, expected) in new[] { (InsightOrder.ChurnProbability, 30), (InsightOrder.LifetimeValue, 20), (InsightOrder.Overdue, 10) })
        {
            var (all, after) = (new List<CustomerInsight>(), (InsightPageKey?)null);
            do
            {
                var page = await insights.ListAsync(new InsightCriteria { Order = order, Take = 7, After = after });
                all.AddRange(page.Items);
                after = InsightPageKey.TryParse(page.Next?.ToString());
            }
            while (after is not null);
            all.Should().HaveCount(expected, order.ToString()).And.OnlyHaveUniqueItems(i => i.CustomerId);
            switch (order)
            {
                case InsightOrder.Overdue:
                    all.Should().BeInAscendingOrder(i => i.OverdueSince);
                    break;
                case InsightOrder.LifetimeValue:
                    all.Should().BeInDescendingOrder(i => i.LifetimeValue);
                    break;
                default:
                    all.Should().BeInDescendingOrder(i => i.ChurnProbability);
                    break;
            }
        }

        (await insights.ListAsync(new InsightCriteria { Segment = "Champions" })).Items.Should().HaveCount(15).And.OnlyContain(i => i.Segment == "Champions");
        (await insights.ListAsync(new InsightCriteria { ChurnFrom = 0.9m })).Items.Should().OnlyContain(i => i.ChurnProbability >= 0.9m).And.NotBeEmpty();
        ids.Should().HaveCount(40);
    }

    [SkippableFact]
    public async Task Figures_AreForStaffAlone()
    {
        var (host, ids) = await PlantedAsync(4);
        await using (var staff = host.Work())
        {
            (await staff.Get<CustomerInsights>().FindAsync(ids[1])).Should().NotBeNull();
            (await staff.Get<CustomerInsights>().RunsAsync()).Items.Should().ContainSingle();
        }

        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("anna", [ids[1].ToSubject()])));
        (await portal.Get<CustomerInsights>().FindAsync(ids[1])).Should().BeNull();
        (await portal.Get<CustomerInsights>().ListAsync()).Items.Should().BeEmpty();
        (await portal.Get<CustomerInsights>().RunsAsync()).Items.Should().BeEmpty();
        (await portal.Get<CustomerOverviews>().FindAsync(ids[1]))!.Insight.Should().BeNull();
        (await portal.Get<InsightRefresh>().RunAsync(s_day)).Errors.Single().Code.Should().Be(nameof(CrmErrorDescriber.ActNotAllowed));
    }

    [SkippableFact]
    public async Task Merge_BothHaveFigures_KeepsTheSurvivorsAndTheNextRefreshComputesThemAnew()
    {
        var host = await HostAsync();
        var ids = await Buyers.RegisterAsync(host, 60);
        await Buyers.ImportAsync(host, Buyers.Purchases(ids, 5));
        await Buyers.RefreshAsync(host, s_day);
        var (survivor, absorbed) = (ids[0], ids[1]);
        var (kept, gone) = (await FindAsync(host, survivor), await FindAsync(host, absorbed));
        await using (var work = host.Work())
        {
            (await work.Merger.MergeAsync(survivor, absorbed)).Succeeded.Should().BeTrue();
            (await work.Get<CustomerInsights>().FindAsync(absorbed))!.Figures.Should().Be(kept, "the absorbed customer is found through the survivor");
        }

        var run = await Buyers.RefreshAsync(host, s_day);
        var merged = await FindAsync(host, survivor);
        (merged.Spent, merged.Orders).Should().Be((kept.Spent + gone.Spent, kept.Orders + gone.Orders));
        run.Data.Customers.Should().Be(59);
        (await Buyers.RowsAsync(host)).Should().HaveCount(59).And.NotContain(r => r.CustomerId == absorbed);
    }

    [SkippableFact]
    public async Task Refresh_CustomersWhoseDataAreRestricted_KeepNoFigures_UntilTheRestrictionEnds()
    {
        var host = await HostAsync();
        var ids = await Buyers.RegisterAsync(host, 60);
        await Buyers.ImportAsync(host, Buyers.Purchases(ids, 5));
        await Buyers.RefreshAsync(host, s_day);
        PrivacyMeasureId measure;
        await using (var work = host.Work())
        {
            measure = (await work.Get<PrivacyMeasures>().PlaceAsync(ids[2], PrivacyMeasureKind.Restriction, "objected to profiling")).Value.Id;
            await work.SaveAsync();
        }

        var run = await Buyers.RefreshAsync(host, s_day);
        (run.Outcome.LeftOut, run.Outcome.Removed, run.Data.Customers).Should().Be((1, 1, 60), "purchases still tell of buyers in general");
        (await Buyers.RowsAsync(host)).Should().NotContain(r => r.CustomerId == ids[2]);
        await using (var work = host.Work())
        {
            (await work.Get<PrivacyMeasures>().LiftAsync(measure)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        (await Buyers.RefreshAsync(host, s_day)).Outcome.Written.Should().Be(1);
    }

    [SkippableFact]
    [Trait("Check", "XC-04")]
    public async Task Refresh_OfOneTenant_SeesAndWritesNothingOfAnother()
    {
        var (one, two) = (new CrmScope(Actor.Agent("ada")) { TenantId = "one" }, new CrmScope(Actor.Agent("bob")) { TenantId = "two" });
        var host = await HostAsync<TenantContext>(s => s.Scope = one);
        var ids = await Buyers.RegisterAsync(host, 30);
        await Buyers.ImportAsync(host, Buyers.Purchases(ids, 3));
        await Buyers.RefreshAsync(host, s_day);
        var rows = await Buyers.RowsAsync(host);
        rows.Should().HaveCount(30);
        await using var other = host.Work(two);
        (await other.Get<CustomerInsights>().FindAsync(ids[0])).Should().BeNull();
        (await other.Get<CustomerInsights>().ListAsync()).Items.Should().BeEmpty();
        var run = (await other.Get<InsightRefresh>().RunAsync(s_day.PlusDays(-100))).Value;
        (run.Data.Facts, run.Outcome).Should().Be((0, InsightOutcome.Nothing));
        run.Basis.Warnings.Should().Contain(w => w.Code == "NoPurchases");
        (await Buyers.RowsAsync(host)).Should().Equal(rows);
    }

    [SkippableFact]
    public async Task ListAsync_ByCriteria_FindsCustomersByTheirFigures()
    {
        var (host, ids) = await PlantedAsync(40);
        await using var work = host.Work();
        (await AskAsync("""{"field":"insight.segment","operator":"equals","value":"Champions"}""")).Should().Be(15);
        (await AskAsync("""{"field":"insight.churnProbability","operator":"greaterOrEqual","value":0.5}""")).Should().BeInRange(1, 29);
        (await AskAsync("""{"field":"insight.overdueSince","operator":"isNotEmpty"}""")).Should().Be(10);
        (await AskAsync("""{"field":"insight.overdueSince","operator":"isEmpty"}""")).Should().Be(30, "also those of whom there are no figures");
        (await AskAsync("""{"field":"insight.exists","operator":"equals","value":true}""")).Should().Be(30);
        ids.Should().HaveCount(40);

        async Task<int> AskAsync(string json) => (await work.Get<CustomerSegments>().ListAsync(Criterion.Parse(json).Value)).Value.Items.Count;
    }

    private static async Task<CustomerInsight> FindAsync(CrmTestHost<SpecificationContext> host, CustomerId id)
    {
        await using var work = host.Work();
        return (await work.Get<CustomerInsights>().FindAsync(id))!.Figures;
    }

    /// <summary>Three customers of four have figures; of these two of three a value, and one of three is overdue.</summary>
    private async Task<(CrmTestHost<SpecificationContext> Host, IReadOnlyList<CustomerId> Ids)> PlantedAsync(int count)
    {
        var host = await HostAsync();
        var ids = await Buyers.RegisterAsync(host, count);
        await using var work = host.Work();
        var run = Buyers.Run(s_day, host.Clock.Now);
        var rows = ids.Where((_, i) => i % 4 != 0).Select((id, i) => Buyers.Figures(id, run.Id, s_day) with
        {
            Segment = i % 2 == 0 ? "Champions" : "At risk", ChurnProbability = i % 10 / 10m, LifetimeValue = i % 3 == 0 ? null : i % 5, OverdueSince = i % 3 == 0 ? s_day.PlusDays(-(i % 4)) : null,
        });
        await Buyers.PlantAsync(work, run, [.. rows]);
        return (host, ids);
    }
}
