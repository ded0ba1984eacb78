using Crm.Analytics.Intervals;
using Crm.Analytics.Purchases;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Intervals;

public sealed class RegularityTests
{
    [Fact]
    [Trait("Check", "AN-01")]
    public void Regularity_SimulatedBuyers_IsRecoveredWhateverTheirRates() =>
        Prop.ForAll(Gen.Choose(0, 4).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (power, seed) =>
        {
            var shape = Math.Pow(2, power);
            var overall = PurchaseIntervals.ByCustomer(SimulatedIntervals.Draw(600, shape, 8, seed)).Overall();

            // 4,800 intervals: about 2.5 % standard error by likelihood, 4 % by Wheat.
            overall.GammaRegularity!.Value.Should().BeApproximately(shape, 0.12 * shape);
            overall.WheatRegularity!.Value.Should().BeApproximately(shape, 0.2 * shape);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Gamma_OneBuyer_SolvesTheLikelihoodEquation()
    {
        // ψ(3k) − ψ(k) = −mean ln(share) with MathNet's digamma as a second opinion.
        var regularity = new Regularity();
        regularity.Add([0, 10, 30, 60]);
        var k = regularity.Gamma()!.Value;

        var left = MathNet.Numerics.SpecialFunctions.DiGamma(3 * k) - MathNet.Numerics.SpecialFunctions.DiGamma(k);
        left.Should().BeApproximately(-(Math.Log(1.0 / 6) + Math.Log(2.0 / 6) + Math.Log(3.0 / 6)) / 3, 1e-10);
    }
}
