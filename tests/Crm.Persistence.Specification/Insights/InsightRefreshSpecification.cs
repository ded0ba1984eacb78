using Crm.Analytics.Insights;
using Crm.Domain.Customers;
using Crm.Domain.Insights;
using Crm.Domain.Orders;
using Crm.Domain.Overview;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Insights;

/// <summary>Refreshes: what they write, that they can be repeated as of any day, and that nothing is written or told twice.</summary>
public abstract class InsightRefreshSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly LocalDate s_day = new(2026, 5, 1);

    [SkippableFact]
    [Trait("Check", "AN-04")]
    [Trait("Check", "AN-05")]
    public async Task RunAsync_FiguresOfEachCustomer_ComeWithModelParametersAndDataWindow()
    {
        var (host, ids) = await BuyersAsync();
        var run = await Buyers.RefreshAsync(host, s_day);
        await using var work = host.Work();
        var rows = await Buyers.RowsAsync(host);
        rows.Should().HaveCount(run.Data.Customers).And.HaveCountGreaterThan(80);
        rows.Should().OnlyContain(r => r.ChurnProbability > 0 && r.ChurnProbability < 1 && r.ExpectedPurchases >= 0 && r.LifetimeValue >= 0 && r.Segment != null && r.NextPurchaseOn != null);
        rows.Should().OnlyContain(r => r.LifetimeValueFrom <= r.LifetimeValue && r.LifetimeValue <= r.LifetimeValueTo && r.NextPurchaseFrom <= r.NextPurchaseOn && r.NextPurchaseOn <= r.NextPurchaseUntil);

        var overview = (await work.Get<CustomerOverviews>().FindAsync(rows[0].CustomerId))!;
        overview.Insight!.Figures.Should().Be(rows[0]);
        var shown = overview.Insight.Run;
        (shown.Id, shown.AsOf, shown.Data.FirstDay, shown.CompletedAt).Should().Be((run.Id, s_day, Buyers.Purchases(ids, 7).Min(p => p.On), host.Clock.Now));
        shown.Data.OtherFacts.Should().BePositive("some paid in dollars, and that is said");
        shown.Basis.Purchases!.Name.Should().Be("MBG/NBD");
        shown.Basis.Purchases.Parameters.Select(p => p.Name).Should().Equal("r", "alpha", "a", "b");
        shown.Basis.Purchases.Parameters.Should().OnlyContain(p => p.Value > 0 && p.StandardError > 0);
        shown.Basis.Should().BeEquivalentTo(run.Basis, "what is stored reads as it was computed");
        shown.Outcome.Written.Should().Be(rows.Count);
        foreach (var total in overview.Purchases!.Where(t => t.Total.Currency == Currency.Eur))
        {
            rows[0].Spent.Should().Be(total.Total.Amount);
        }
    }

    [SkippableFact]
    [Trait("Check", "AN-10")]
    public async Task ComputeAsync_AsOfAPastDay_EqualsTheRefreshMadeThen()
    {
        var (host, ids) = await BuyersAsync(through: s_day);
        await Buyers.RefreshAsync(host, s_day);
        var then = Figures(await Buyers.RowsAsync(host));
        await Buyers.ImportAsync(host, Buyers.Purchases(ids, 7).Where(p => p.On > s_day), "later");
        await Buyers.RefreshAsync(host, Buyers.Last);
        var now = await Buyers.RowsAsync(host);
        Figures(now).Should().NotEqual(then, "time went on");
        await using var work = host.Work();
        var past = (await work.Get<InsightRefresh>().ComputeAsync(new InsightRequest(s_day))).Value;
        Figures(past.Rows).Should().Equal(then);
        (await Buyers.RowsAsync(host)).Should().Equal(now, "computing writes nothing");
    }

    [SkippableFact]
    [Trait("Check", "AN-10")]
    public async Task RunAsync_FromDayToDay_EqualsOneRefreshOfTheLast()
    {
        var (host, ids) = await BuyersAsync(through: s_day);
        await Buyers.RefreshAsync(host, s_day);
        var rest = Buyers.Purchases(ids, 7).Where(p => p.On > s_day).GroupBy(p => p.On).OrderBy(d => d.Key).Take(6).ToList();
        foreach (var day in rest)
        {
            await Buyers.ImportAsync(host, day);
            await Buyers.RefreshAsync(host, day.Key);
        }

        var stepwise = Figures(await Buyers.RowsAsync(host));
        await using var work = host.Work();
        Figures((await work.Get<InsightRefresh>().ComputeAsync(new InsightRequest(rest[^1].Key))).Value.Rows).Should().Equal(stepwise);
    }

    [SkippableFact]
    public async Task RunAsync_SameDayAgain_WritesNothing_AndWithOneMorePurchaseOnlyWhatChanged()
    {
        var (host, ids) = await BuyersAsync();
        var first = await Buyers.RefreshAsync(host, Buyers.Last);
        var before = await Buyers.RowsAsync(host);
        host.Clock.Advance(Duration.FromHours(1));
        var second = await Buyers.RefreshAsync(host, Buyers.Last);
        (second.Outcome.Written, second.Outcome.Unchanged, second.Basis.Purchases).Should().BeEquivalentTo((0, before.Count, first.Basis.Purchases));
        (await Buyers.RowsAsync(host)).Should().Equal(before);

        await Buyers.ImportAsync(host, [new(ids[3], Buyers.Last, 1, Known.Eur(12))], "one");
        var third = await Buyers.RefreshAsync(host, new InsightRequest(Buyers.Last) { ParametersOf = first.Id });
        third.ParametersOf.Should().Be(first.Id);
        third.Basis.Purchases.Should().BeEquivalentTo(first.Basis.Purchases);
        third.Outcome.Written.Should().BeInRange(1, before.Count - 1);
        var after = await Buyers.RowsAsync(host);
        after.Single(r => r.CustomerId == ids[3]).LastPurchaseOn.Should().Be(Buyers.Last);
        after.Count(r => r.RunId == third.Id).Should().Be(third.Outcome.Written);
        await using var work = host.Work();
        Figures((await work.Get<InsightRefresh>().ComputeAsync(new InsightRequest(Buyers.Last) { ParametersOf = first.Id })).Value.Rows).Should().Equal(Figures(after));
    }

    [SkippableFact]
    [Trait("Check", "AN-02")]
    public async Task RunAsync_CustomerCrossesAThreshold_IsToldOnce_AndAgainOnlyAfterItFellBelow()
    {
        var (host, ids) = await BuyersAsync();
        var regular = (await Buyers.RegisterAsync(host, 1))[0];
        var day = new LocalDate(2025, 6, 1);
        await Buyers.ImportAsync(host, Enumerable.Range(0, 12).Select(i => new ImportedPurchase(regular, day.PlusDays(14 * i), 1, Known.Eur(20))), "regular");
        var last = day.PlusDays(14 * 11);
        await Buyers.RefreshAsync(host, new InsightRequest(last.PlusDays(2)) { RaisesEvents = false });
        (await Buyers.EventsAsync(host)).Should().BeEmpty("the first run after an import is silent where the host says so");
        (await RowAsync(regular)).OverdueSince.Should().BeNull();

        await Buyers.RefreshAsync(host, last.PlusDays(100));
        await Buyers.RefreshAsync(host, last.PlusDays(110));
        await Buyers.RefreshAsync(host, last.PlusDays(110));
        var row = await RowAsync(regular);
        row.OverdueSince.Should().NotBeNull().And.Be(row.NextPurchaseUntil!.Value.PlusDays(1));
        row.IsAtRisk.Should().BeTrue();
        (await OfAsync("insights.purchase-overdue")).Should().ContainSingle().Which.Should().Contain($"\"lastPurchaseOn\":\"{last:uuuu-MM-dd}\"");
        (await OfAsync("insights.churn-risk-raised")).Should().ContainSingle();

        await Buyers.ImportAsync(host, [new(regular, last.PlusDays(112), 1, Known.Eur(20))], "back");
        await Buyers.RefreshAsync(host, last.PlusDays(113));
        (await RowAsync(regular)).OverdueSince.Should().BeNull();
        (await RowAsync(regular)).IsAtRisk.Should().BeFalse();
        await Buyers.RefreshAsync(host, last.PlusDays(210));
        (await RowAsync(regular)).OverdueSince.Should().NotBeNull();
        (await OfAsync("insights.purchase-overdue")).Should().HaveCount(2);
        ids.Should().NotBeEmpty();

        async Task<CustomerInsight> RowAsync(CustomerId id) => (await Buyers.RowsAsync(host)).Single(r => r.CustomerId == id);
        async Task<IReadOnlyList<string>> OfAsync(string name) =>
            [.. (await Buyers.EventsAsync(host)).Where(e => e.Name == name && e.Payload.Contains(regular.ToString(), StringComparison.Ordinal)).Select(e => e.Payload)];
    }

    [SkippableFact]
    public async Task RunAsync_TwoProcessesAtOnce_WriteEachRowAndEachEventOnce()
    {
        var (host, _) = await BuyersAsync();
        var other = await OpenAsync<SpecificationContext>(host.ConnectionString, s => s.Insights = o => o.BatchSize = 7);
        await Buyers.RefreshAsync(host, new InsightRequest(s_day.PlusDays(-60)) { RaisesEvents = false });
        var runs = await Task.WhenAll(Task.Run(() => Buyers.RefreshAsync(host, Buyers.Last)), Task.Run(() => Buyers.RefreshAsync(other, Buyers.Last)));
        var rows = await Buyers.RowsAsync(host);
        runs.Sum(r => r.Outcome.Written).Should().Be(rows.Count);
        runs.Sum(r => r.Outcome.Unchanged).Should().Be(rows.Count);
        rows.Should().OnlyContain(r => r.AsOf == Buyers.Last);
        var events = await Buyers.EventsAsync(host);
        events.Should().NotBeEmpty().And.OnlyHaveUniqueItems(e => e.Name + System.Text.Json.Nodes.JsonNode.Parse(e.Payload)!["customerId"]);
        events.Count(e => e.Name == "insights.purchase-overdue").Should().Be(runs.Sum(r => r.Outcome.Overdue));
    }

    [SkippableFact]
    public async Task RunAsync_WhatCannotBe_IsRefusedWithACode()
    {
        var (host, _) = await BuyersAsync();
        var run = await Buyers.RefreshAsync(host, s_day);
        (await CodeAsync(new(Buyers.Last.PlusDays(2)))).Should().Be(nameof(CrmErrorDescriber.InsightDayAhead));
        (await CodeAsync(new(s_day.PlusDays(-1)))).Should().Be(nameof(CrmErrorDescriber.InsightsAreNewer));
        (await CodeAsync(new(s_day) { ParametersOf = InsightRunId.New(host.Clock.Now) })).Should().Be(nameof(CrmErrorDescriber.InsightRunNotFound));
        (await CodeAsync(new(s_day.PlusDays(-1)) { ParametersOf = run.Id })).Should().Be(nameof(CrmErrorDescriber.InsightParametersUnusable));
        var other = await OpenAsync<SpecificationContext>(host.ConnectionString, s => s.Insights = o => o.Model = InsightModelKind.ParetoNbd);
        await using var work = other.Work();
        (await work.Get<InsightRefresh>().RunAsync(new InsightRequest(s_day) { ParametersOf = run.Id })).Errors.Single().Code.Should().Be(nameof(CrmErrorDescriber.InsightParametersUnusable));
        var back = await Buyers.RefreshAsync(host, new InsightRequest(s_day.PlusDays(-100)) { ReplacesNewer = true });
        (await Buyers.RowsAsync(host)).Should().OnlyContain(r => r.AsOf == back.AsOf);
        back.Outcome.Overdue.Should().Be(0, "going back is no crossing");

        async Task<string> CodeAsync(InsightRequest request)
        {
            await using var w = host.Work();
            return (await w.Get<InsightRefresh>().RunAsync(request)).Errors.Single().Code;
        }
    }

    [SkippableFact]
    [Trait("Check", "AN-10")]
    public async Task RunAsync_WithinTheDaysOfAFit_TakesItsParametersOver_AndThenEstimatesAnew()
    {
        var (host, _) = await BuyersAsync();
        var weekly = await OpenAsync<SpecificationContext>(host.ConnectionString, s => s.Insights = o => o.RefitAfterDays = 7);
        var first = await Buyers.RefreshAsync(weekly, s_day);
        first.ParametersOf.Should().BeNull();
        foreach (var day in new[] { 1, 6 })
        {
            var taken = await Buyers.RefreshAsync(weekly, s_day.PlusDays(day));
            taken.ParametersOf.Should().Be(first.Id, $"day {day}: a fit counts from the day it saw, however often it was taken over");
            taken.Basis.Purchases.Should().BeEquivalentTo(first.Basis.Purchases);
        }

        var anew = await Buyers.RefreshAsync(weekly, s_day.PlusDays(7));
        anew.ParametersOf.Should().BeNull();
        anew.Basis.Purchases.Should().NotBeEquivalentTo(first.Basis.Purchases, "a week of purchases came");
        (await Buyers.RefreshAsync(weekly, s_day.PlusDays(8))).ParametersOf.Should().Be(anew.Id);
    }

    [SkippableFact]
    public async Task RunAsync_CancelledOrBrokenOff_LeavesWholeRows_AndTheNextCompletesThem()
    {
        var (host, _) = await BuyersAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await using (var work = host.Work())
        {
            await work.Get<InsightRefresh>().Invoking(r => r.RunAsync(s_day, cancelled.Token)).Should().ThrowAsync<OperationCanceledException>();
        }

        (await Buyers.RowsAsync(host)).Should().BeEmpty();
        var run = await Buyers.RefreshAsync(host, s_day);
        var rows = await Buyers.RowsAsync(host);
        // As a run leaves it that ended after its first batch.
        await using (var work = host.Work())
        {
            var late = rows.Skip(rows.Count / 2).Select(r => r.CustomerId).ToList();
            await work.Context.Set<CustomerInsight>().Where(r => late.Contains(r.CustomerId)).ExecuteDeleteAsync();
        }

        var completed = await Buyers.RefreshAsync(host, new InsightRequest(s_day) { ParametersOf = run.Id });
        (completed.Outcome.Unchanged, completed.Outcome.Written).Should().Be((rows.Count / 2, rows.Count - (rows.Count / 2)));
        Figures(await Buyers.RowsAsync(host)).Should().Equal(Figures(rows));
    }

    [SkippableFact]
    public async Task RunAsync_AfterACustomerWasErased_LeavesTheCustomerWithoutFigures()
    {
        var (host, ids) = await BuyersAsync(keyed: true);
        await Buyers.RefreshAsync(host, s_day);
        var erased = (await Buyers.RowsAsync(host))[2].CustomerId;
        await using (var work = host.Work())
        {
            (await work.Get<PrivacyOffice>().EraseAsync(erased)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        (await Buyers.RowsAsync(host)).Should().NotContain(r => r.CustomerId == erased);
        var run = await Buyers.RefreshAsync(host, Buyers.Last);
        run.Outcome.LeftOut.Should().Be(1);
        (await Buyers.RowsAsync(host)).Should().NotContain(r => r.CustomerId == erased).And.HaveCountGreaterThan(80);
        ids.Should().Contain(erased);
    }

    private static IReadOnlyList<CustomerInsight> Figures(IEnumerable<CustomerInsight> rows) => Buyers.Figures(rows);

    private async Task<(CrmTestHost<SpecificationContext> Host, IReadOnlyList<CustomerId> Ids)> BuyersAsync(LocalDate? through = null, bool keyed = false)
    {
        var host = await HostAsync(keyed ? s => s.Crm = o => o.SuppressionKey = Convert.ToBase64String(new byte[32]) : null);
        var ids = await Buyers.RegisterAsync(host, 120);
        await Buyers.ImportAsync(host, Buyers.Purchases(ids, 7).Where(p => through is null || p.On <= through));
        return (host, ids);
    }
}
