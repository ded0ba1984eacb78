using Crm.Domain.Customers;
using Crm.Domain.Insights;
using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Insights;

public sealed class CustomerInsightTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly LocalDate s_day = new(2026, 5, 31);
    private static readonly CustomerInsight s_calm = new()
    {
        CustomerId = CustomerId.New(s_now), RunId = InsightRunId.New(s_now), AsOf = s_day, Currency = Currency.Eur, Orders = 3, PurchaseDays = 3, FirstPurchaseOn = s_day.PlusDays(-90),
        LastPurchaseOn = s_day.PlusDays(-30), Spent = 90, HistoricValue = 90, ChurnProbability = 0.2m, NextPurchaseOn = s_day, RecencyScore = 5, FrequencyScore = 4, MonetaryScore = 3, ComputedAt = s_now,
    };

    [Fact]
    [Trait("Check", "AN-02")]
    public void CrossingsSince_AnySequenceOfFigures_TellsEachCrossingOnce() =>
        Prop.ForAll(Gen.Elements(false, true).Two().ArrayOf().ToArbitrary(), states =>
        {
            var (overdue, atRisk, told) = (0, 0, 0);
            CustomerInsight? before = null;
            foreach (var (isOverdue, isAtRisk) in states.Select(s => (s.Item1, s.Item2)))
            {
                var row = s_calm with { OverdueSince = isOverdue ? s_day : null, IsAtRisk = isAtRisk, ChurnProbability = isAtRisk ? 0.7m : 0.2m };
                overdue += isOverdue && before?.OverdueSince is null ? 1 : 0;
                atRisk += isAtRisk && before is not { IsAtRisk: true } ? 1 : 0;
                told += row.CrossingsSince(before).Count;
                row.CrossingsSince(row).Should().BeEmpty();
                before = row;
            }

            told.Should().Be(overdue + atRisk);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void CrossingsSince_WithoutARowBefore_TellsWhoIsAboveAlready()
    {
        var events = (s_calm with { OverdueSince = s_day.PlusDays(-2), IsAtRisk = true, ChurnProbability = 0.9m }).CrossingsSince(null);
        events.OfType<PurchaseOverdue>().Single().Should().Match<PurchaseOverdue>(e => e.OverdueSince == s_day.PlusDays(-2) && e.LastPurchaseOn == s_calm.LastPurchaseOn && e.ExpectedOn == s_day);
        events.OfType<ChurnRiskRaised>().Single().Should().Match<ChurnRiskRaised>(e => e.ChurnProbability == 0.9m && e.Before == null);
        s_calm.CrossingsSince(null).Should().BeEmpty();
    }

    [Fact]
    public void SaysTheSameAs_AnotherRun_ButNotAnotherDayOrFigure()
    {
        s_calm.SaysTheSameAs(s_calm with { RunId = InsightRunId.New(s_now), ComputedAt = s_now + Duration.FromDays(1) }).Should().BeTrue();
        s_calm.SaysTheSameAs(s_calm with { AsOf = s_day.PlusDays(1) }).Should().BeFalse();
        s_calm.SaysTheSameAs(s_calm with { Segment = "Lost" }).Should().BeFalse();
    }

    [Fact]
    public void DerivedFigures_FollowFromTheDays()
    {
        (s_calm.Frequency, s_calm.RecencyDays, s_calm.AgeDays, s_calm.AliveProbability, s_calm.Cell).Should().Be((2, 60, 90, 0.8m, "543"));
        (s_calm with { ChurnProbability = null, RecencyScore = 0 }).Should().Match<CustomerInsight>(r => r.AliveProbability == null && r.Cell == null);
    }

    [Theory]
    [InlineData(InsightOrder.ChurnProbability)]
    [InlineData(InsightOrder.LifetimeValue)]
    [InlineData(InsightOrder.Overdue)]
    public void InsightPageKey_AsText_ReadsTheSame(InsightOrder order)
    {
        var key = InsightPageKey.Of(s_calm with { LifetimeValue = -12.3456m, OverdueSince = s_day }, order);
        InsightPageKey.TryParse(key.ToString()).Should().Be(key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0.5")]
    [InlineData("0.5_x")]
    [InlineData("2026-13-01_0198c0de000070008000000000000001")]
    [InlineData("0.5_00000000000000000000000000000000")]
    public void InsightPageKey_AnotherText_IsNone(string? text) => InsightPageKey.TryParse(text).Should().BeNull();
}
