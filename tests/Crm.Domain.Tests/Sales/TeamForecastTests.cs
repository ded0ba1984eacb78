using Crm.Domain.Sales;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Sales;

/// <summary>Forecasts rolled up: Cleo leads Ana and Ben, Dora leads Cleo.</summary>
[Trait("Check", "SF-11")]
public sealed class TeamForecastTests
{
    private static readonly ForecastStage[] s_stages =
    [
        new("Talks", StageCategory.Open, 0.5), new("Contract", StageCategory.Open, 0.9, ForecastCategory.Commit), new("Won", StageCategory.Won, 1),
    ];

    private static readonly Dictionary<string, string> s_leaders = new() { ["ana"] = "cleo", ["ben"] = "cleo", ["cleo"] = "dora" };
    private static readonly ForecastPeriod s_march = new(new LocalDate(2026, 3, 1), ForecastPeriodLength.Month);

    [Fact]
    public void RollUp_Hierarchy_AddsEverybodyBelow()
    {
        var rows = TeamForecast.RollUp(Forecast(), s_leaders, [], []);

        rows.Select(r => (r.Owner, r.Own.Won, r.Team.Won, r.Commit, r.Pipeline)).Should().Equal(
            ("ana", 100, 100, 300, 300), ("ben", 0, 0, 0, 400), ("cleo", 50, 150, 350, 750), ("dora", 0, 150, 350, 750));
    }

    [Fact]
    public void RollUp_Judgements_ReplaceTheFigureAndRollUp()
    {
        ForecastJudgement[] judgements =
        [
            Judged("ana", 250, 1), Judged("ana", 220, 3), Judged("cleo", 500, 80), Judged("ben", 90, 2), Judged("ben", null, 3),
        ];

        TeamForecast.RollUp(Forecast(), s_leaders, [], judgements).Select(r => (r.Owner, r.Commit)).Should().Equal(
            ("ana", 220), ("ben", 0), ("cleo", 270), ("dora", 270));
    }

    [Fact]
    public void RollUp_Quotas_SayAttainmentOfTheTeam()
    {
        SalesQuota[] quotas = [new("cleo", s_march, new Money(600, Currency.Eur)), new("eve", s_march, new Money(10, Currency.Eur))];

        var rows = TeamForecast.RollUp(Forecast(), s_leaders, quotas, []).ToDictionary(r => r.Owner);
        (rows["cleo"].Quota, rows["cleo"].Attainment, rows["cleo"].Gap).Should().Be((600m, 0.25, 450m));
        (rows["eve"].Attainment, rows["eve"].Gap).Should().Be((0.0, 10m));
        rows["dora"].Attainment.Should().BeNull();
    }

    [Fact]
    public void RollUp_Circle_IsRefused()
    {
        var circle = new Dictionary<string, string> { ["a"] = "b", ["b"] = "c", ["c"] = "b" };
        FluentActions.Invoking(() => TeamForecast.RollUp(Forecast(), circle, [], [])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => TeamForecast.RollUp(Forecast(), s_leaders, [], [Judged("ana", 1, 1) with { Category = ForecastCategory.Closed }])).Should().Throw<ArgumentException>();
    }

    private static ForecastJudgement Judged(string owner, decimal? amount, int day) => new(owner, s_march, ForecastCategory.Commit, amount, Currency.Eur, SalesForecastTests.Day(day));

    private static Forecast Forecast()
    {
        var day = new LocalDate(2026, 3, 15);
        return SalesForecast.AsOf(
            [
                SalesForecastTests.Deal("1", SalesForecastTests.Entered(1, "Contract", 200, day)),
                SalesForecastTests.Deal("2", SalesForecastTests.Entered(1, "Talks", 100), new DealChange(SalesForecastTests.Day(62)) { Stage = "Won" }),
                SalesForecastTests.Deal("3", SalesForecastTests.Entered(1, "Talks", 400, day)) with { Owner = "ben" },
                SalesForecastTests.Deal("4", SalesForecastTests.Entered(1, "Talks", 50), new DealChange(SalesForecastTests.Day(62)) { Stage = "Won" }) with { Owner = "cleo" },
            ],
            s_stages,
            SalesForecastTests.Day(70));
    }
}
