using Crm.Domain.Insights;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Insights;

public sealed class InsightRunTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly InsightBasis s_basis = new(new InsightSettings
    {
        HorizonDays = 365, DiscountRate = 0.1, Margin = 1, Confidence = 0.9, NextPurchaseLevel = 0.8, OverdueIntervals = 1, ChurnThreshold = 0.5, Bands = 5, Ties = "Threshold",
    })
    {
        Purchases = new InsightModel("MBG/NBD", "week", [new("r", 0.1 + 0.2, 1e-300), new("alpha", Math.PI, null)], 120, -1234.5) { Covariance = [1, 2, 3, 4], Penalty = 0.01 },
        Warnings = [new("PenaltyUsed", "Held.")],
        Notes = ["A note."],
    };

    [Fact]
    [Trait("Check", "AN-04")]
    public void Basis_AsJson_ReadsTheSameToTheLastDigit()
    {
        var run = Begin();
        var read = System.Text.Json.JsonSerializer.Deserialize(run.Definition, InsightJson.Default.InsightBasis)!;
        read.Should().BeEquivalentTo(s_basis);
        read.Purchases!.Parameters.Select(p => p.Value).Should().Equal(0.1 + 0.2, Math.PI);
    }

    [Fact]
    public void Complete_Twice_IsRefusedByTheTwin()
    {
        var run = Begin();
        run.CanComplete().IsPermitted.Should().BeTrue();
        run.Complete(InsightOutcome.Nothing with { Written = 3 }, s_now + Duration.FromSeconds(5));
        (run.Took, run.Outcome.Written, run.CanComplete().Code).Should().Be((Duration.FromSeconds(5), 3, nameof(CrmErrorDescriber.InsightRunOver)));
        run.Invoking(r => r.Complete(InsightOutcome.Nothing, s_now)).Should().Throw<CrmRuleException>();
        run.PendingEvents.Select(e => e.Event.GetType().Name).Should().Equal(nameof(InsightRefreshBegun), nameof(InsightRefreshCompleted));
    }

    private static InsightRun Begin() => new(InsightRunId.New(s_now), new LocalDate(2026, 5, 31), Currency.Eur, new InsightData(10, 2, 3, null, null), s_basis, null, s_now);
}
