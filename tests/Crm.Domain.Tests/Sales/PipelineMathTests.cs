using Crm.Domain.Sales;
using Crm.Domain.Values;
using NodaTime;
using static Crm.Domain.Sales.StageCategory;

namespace Crm.Domain.Tests.Sales;

public sealed class PipelineMathTests
{
    // Ten opportunities, by hand: 2 open (qualification, proposal), 3 won (two from negotiation, one from proposal), 5 lost (3, 1 and 1).
    [Fact]
    [Trait("Check", "SF-07")]
    public void Funnel_CountsALostOneUpToTheFurthestStageItReached()
    {
        var funnel = PipelineMath.Funnel(Deals.Standard(),
        [
            new("qualification", Open, 1), new("proposal", Open, 1), new("negotiation", Won, 2), new("proposal", Won, 1),
            new("qualification", Lost, 3), new("analysis", Lost, 1), new("negotiation", Lost, 1),
        ]);
        funnel.Select(s => (s.Stage, s.Reached, s.Open, s.Won, s.Lost)).Should().Equal(
            ("qualification", 10, 1, 3, 3), ("analysis", 6, 0, 3, 1), ("proposal", 5, 1, 3, 0), ("negotiation", 3, 0, 2, 1));
        funnel.Select(s => Math.Round(s.WinRate!.Value, 4)).Should().Equal(.375, .6, .75, .6667);
    }

    [Fact]
    [Trait("Check", "SF-06")]
    public void Flow_CountsForwardBackAndLost()
    {
        var flow = PipelineMath.Flow(Deals.Standard(),
        [
            new("analysis", "proposal", 4, 400), new("analysis", "won", 1, 100), new("analysis", "qualification", 2, 70), new("analysis", "lost", 3, 30), new("analysis", null, 5, 0),
        ]);
        var analysis = flow[1];
        (analysis.Entered, analysis.Left, analysis.Forward, analysis.Conversion, analysis.MeanStay).Should().Be((15, 10, 5, .5, Duration.FromSeconds(60)));
        analysis.Next.Select(n => n.Key).Should().Equal("proposal", "lost", "qualification", "won");
        (flow[0].Entered, flow[0].Conversion, flow[0].MeanStay).Should().Be((0, null, null));
    }

    // 4 won of 10 closed, 40,000 together, 20 days each: 10 × 0.4 × 10,000 ÷ 20 = 2,000 a day.
    [Fact]
    [Trait("Check", "SF-06")]
    public void Velocity_IsDealsTimesWinRateTimesValueOverCycle()
    {
        var velocity = PipelineMath.Velocity(
        [
            new(Won, Currency.Eur, 4, 40_000, 4 * 20 * 86_400), new(Lost, Currency.Eur, 6, 90_000, 60 * 86_400), new(Lost, null, 1, 0, 5),
        ]);
        velocity.Should().Equal(
            new SalesVelocity(null, 0, 1, 0, null, null, null),
            new SalesVelocity(Currency.Eur, 4, 6, .4, Deals.Eur(10_000), Duration.FromDays(20), 2_000));
    }
}
