using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using NodaTime;
using static Crm.Domain.Tests.Sales.Deals;

namespace Crm.Domain.Tests.Sales;

/// <summary>What selling goes wrong with in other systems, as examples that do not go wrong here; each names where it does.</summary>
public sealed class KnownDefectsTests
{
    private readonly Pipeline _pipeline = Standard();

    /// <summary>EspoCRM sets the probability on creation only, SuiteCRM where none is set: on the server, the old one stays after a change of stage.</summary>
    [Fact]
    [Trait("Check", "SF-05")]
    public void StageChange_LeavesNoOldProbability()
    {
        var deal = Open(_pipeline, stage: "qualification");
        foreach (var stage in _pipeline.OpenStages.Skip(1).Concat(_pipeline.OpenStages.Reverse().Skip(1)))
        {
            deal.MoveTo(_pipeline, stage.Key, Now);
            deal.Probability.Should().Be(stage.Probability, stage.Key);
        }
    }

    /// <summary>Frappe CRM takes the stage's probability where the deal's is 0: who says that nothing will come of it is overruled.</summary>
    [Fact]
    [Trait("Check", "SF-05")]
    public void ProbabilityOfNought_SetByHand_IsKept()
    {
        var deal = Open(_pipeline);
        deal.Estimate(0, Now);
        deal.MoveTo(_pipeline, "proposal", Now);
        (deal.Probability, deal.ManualProbability).Should().Be((0, 0));
        deal.Estimate(null, Now);
        deal.Probability.Should().Be(_pipeline.Find("proposal")!.Probability);
    }

    /// <summary>The chart of Frappe CRM adds lost deals at their full value.</summary>
    [Theory]
    [InlineData("2026-05-15", 500)]
    [InlineData("2026-06-15", 0)]
    [Trait("Check", "SF-09")]
    public void LostDeal_AddsNothingToAForecast(string asOf, decimal weighted)
    {
        ForecastStage[] stages = [new("Open", StageCategory.Open, .5), new("Won", StageCategory.Won, 1), new("Lost", StageCategory.Lost, 0)];
        var lost = new DealHistory(
            "lost",
            Currency.Eur,
            [
                new DealChange(Instant.FromUtc(2026, 5, 1, 0, 0)) { Stage = "Open", Amount = new ChangedTo<decimal>(1_000), CloseDate = new ChangedTo<LocalDate>(new LocalDate(2026, 6, 30)) },
                new DealChange(Instant.FromUtc(2026, 6, 1, 0, 0)) { Stage = "Lost" },
            ]);
        var at = NodaTime.Text.LocalDatePattern.Iso.Parse(asOf).Value.AtMidnight().InUtc().ToInstant();
        var forecast = SalesForecast.AsOf([lost], stages, at);
        (forecast.Rows.Sum(r => r.Figures.Weighted), forecast.Rows.Sum(r => r.Figures.Won), forecast.Rows.Sum(r => r.Figures.Expected)).Should().Be((weighted, 0, weighted));
    }

    /// <summary>A deal that is recorded as lost stands in EspoCRM at the first stage, and one that was won before it was lost at the stage before it was won.</summary>
    [Fact]
    [Trait("Check", "SF-07")]
    public void FurthestStage_OfWhatIsLostAtOnce_IsTheFirst_AndOfWhatWasWonBefore_WhereItWasThen()
    {
        var atOnce = Open(_pipeline);
        atOnce.Lose(_pipeline, Price, null, null, null, Now);
        atOnce.FurthestStage.Should().Be(_pipeline.First(StageCategory.Open).Key);
        FluentActions.Invoking(() => Open(_pipeline, stage: "lost")).Should().Throw<CrmRuleException>().Which.Code.Should().Be("StageClosesOpportunity", "a deal is opened, then lost, so that both are in its history");

        var wonBefore = Open(_pipeline);
        wonBefore.MoveTo(_pipeline, "analysis", Now);
        wonBefore.Win(_pipeline, null, null, Now + Duration.FromDays(1));
        wonBefore.Reopen(_pipeline, null, Now + Duration.FromDays(2));
        wonBefore.Lose(_pipeline, Price, null, null, null, Now + Duration.FromDays(3));
        (wonBefore.FurthestStage, wonBefore.Category, wonBefore.Probability).Should().Be(("analysis", StageCategory.Lost, 0), "the won stage was taken back");
    }

    /// <summary>Where points fall, systems that compute thresholds anew fire them again; Mautic's fire once and are not undone.</summary>
    [Fact]
    [Trait("Check", "SF-01")]
    public void Threshold_ReachedOnce_FiresNoMore_WhenPointsFallAndRise()
    {
        var lead = new Lead(LeadId.New(Now), new LeadDetails { Organisation = "Acme" }, Now);
        LeadScoreThreshold[] thresholds = [new("warm", 10)];
        var (up, down) = (new LeadScoreAction("visit", 10) { IsRepeatable = true }, new LeadScoreAction("silence", -10) { IsRepeatable = true });
        foreach (var action in (LeadScoreAction[])[up, down, up, down, up])
        {
            lead.GetPoints(action, thresholds, Now);
        }

        (lead.Score, lead.Thresholds.Count).Should().Be((10, 1));
    }
}
