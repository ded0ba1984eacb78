using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Every customer-base model through the outside face, on published data.</summary>
public sealed class LifetimeModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Unrounded weeks: BTYD and CLVTools (-9594.9762, holdout sum 1665.688 with their own optimum), BTYDplus; independent optima elsewhere.
    [Theory]
    [Trait("Check", "AN-04")]
    [InlineData("bgnbd", -9582.4292, "r", .242595, 1e-4)]
    [InlineData("mbgnbd", -9582.1357, "a", .891388, 1e-4)]
    [InlineData("paretonbd", -9594.9762, "r", .553270, 1e-3)]
    public async Task Model_OfTheCdnowCalibration_GivesThePublishedOptimum(string model, double logLikelihood, string parameter, double value, double tolerance)
    {
        var fit = await FitAsync(model, "--top", "2");
        fit.Number("logLikelihood").Should().BeApproximately(logLikelihood, 1e-4);
        fit.Of("parameters").Number(parameter).Should().BeApproximately(value, tolerance * value);
        fit.Of("converged").GetBoolean().Should().BeTrue();
        fit.Number("gradientNorm").Should().BeLessThan(1e-3);
        fit.Of("window").GetProperty("through").GetString().Should().Be("1997-09-30");
        fit.Of("standardErrors").Number(parameter).Should().BePositive();
    }

    // CLVTools: the sum over customers is 1665.688, that of P(alive) 1051.971; 684 of the customers bought in the holdout.
    [Fact]
    [Trait("Check", "AN-04")]
    public async Task ParetoNbd_OfTheHoldout_ExpectsWhatOtherToolsExpect()
    {
        var fit = await FitAsync("paretonbd", "--horizon", "39");
        fit.Number("expectedPurchases").Should().BeApproximately(1665.688, 0.3);
        fit.Number("pAlive").Should().BeApproximately(1051.971, 0.3);
        var held = fit.Of("holdout");
        held.Number("expectedPurchases").Should().BeApproximately(fit.Number("expectedPurchases"), 1e-6, "the holdout has 39 weeks");
        held.Of("purchases").GetInt32().Should().Be(1882);
        held.Of("comparison").Of("actualBuyers").GetInt32().Should().Be(684);
        held.Of("comparison").Number("expectedBuyers").Should().BeApproximately(523.2, 0.1);
        held.Of("comparison").Number("meanAbsoluteError").Should().BeLessThan(held.Of("comparison").Number("naiveMeanAbsoluteError"));
    }

    // Fader and Hardie (2013): p 6.25, q 3.74, v 15.44; unrounded by BTYD and CLVTools: 6.249349 3.744256 15.444307, LL -4055.9177.
    [Fact]
    [Trait("Check", "AN-05")]
    public async Task Spend_OfTheCdnowCalibration_GivesThePublishedOptimumAndValues()
    {
        var fit = await FitAsync("bgnbd", "--horizon", "39", "--margin", "0.5", "--discount", "0");
        var spend = fit.Of("spend");
        spend.Number("p").Should().BeApproximately(6.249572, 1e-5);
        spend.Number("q").Should().BeApproximately(3.744225, 1e-5);
        spend.Number("v").Should().BeApproximately(15.443524, 1e-4);
        spend.Number("logLikelihood").Should().BeApproximately(-4055.917695, 1e-5);
        spend.Number("customers").Should().Be(946);
        spend.Number("correlation").Should().BeApproximately(.1139, 1e-4);
        // Without a discount the value is margin × spend × purchases.
        foreach (var customer in fit.Of("perCustomer").EnumerateArray())
        {
            customer.Number("lifetimeValue").Should().BeApproximately(0.5 * customer.Number("expectedSpend") * customer.Number("expectedPurchases"), 1e-9);
        }

        fit.Number("lifetimeValue").Should().BeApproximately(fit.Of("perCustomer").EnumerateArray().Sum(c => c.Number("lifetimeValue")), 1e-6);
        // The first of the published table: 24.65 (rounded inputs).
        fit.Customer("00004").Number("expectedSpend").Should().BeApproximately(24.65, 0.1);
        fit.Customer("00004").Of("nextPurchase").GetString().Should().StartWith("199");
    }

    [Fact]
    [Trait("Check", "AN-05")]
    public async Task LifetimeValue_WithADiscount_IsLess()
    {
        var (plain, discounted) = (await FitAsync("mbgnbd", "--discount", "0"), await FitAsync("mbgnbd", "--discount", "0.3"));
        discounted.Number("lifetimeValue").Should().BeLessThan(plain.Number("lifetimeValue")).And.BeGreaterThan(plain.Number("lifetimeValue") / 1.3);
    }

    // Fader, Hardie and Shang (2010): alpha 1.204, beta .750, gamma .657, delta 2.783, LL -33225.6; 12884.2 donations expected of 2002 to 2006.
    [SkippableFact]
    [Trait("Check", "AN-04")]
    public async Task BetaGeometricBetaBinomial_OfDonations_GivesThePublishedOptimum()
    {
        var file = TestData.Require("analytics/donations.csv");
        var fit = await Analyze.JsonAsync("lifetime", file, "--format", "summary", "--model", "bgbb", "--horizon", "5");
        fit.Number("logLikelihood").Should().BeApproximately(-33225.581274, 1e-4);
        fit.Of("parameters").Number("alpha").Should().BeApproximately(1.2035222, 1e-4);
        fit.Of("parameters").Number("beta").Should().BeApproximately(.7497164, 1e-4);
        fit.Of("parameters").Number("gamma").Should().BeApproximately(.6567183, 1e-4);
        fit.Of("parameters").Number("delta").Should().BeApproximately(2.7834427, 1e-4);
        (fit.Number("customers"), fit.Of("distinct").GetInt32()).Should().Be((11104, 22));
        fit.Number("expectedPurchases").Should().BeApproximately(12884.2, 0.1);
        fit.Of("perCustomer")[0].Number("pAlive").Should().BeApproximately(.11, 5e-3, "of those who never gave again");
        fit.Of("perCustomer")[0].Number("expectedPurchases").Should().BeApproximately(.07, 5e-3);
    }

    // Fader and Hardie (2007), "How to Project Customer Retention", the regular segment: alpha .704, beta 1.182.
    [Fact]
    [Trait("Check", "AN-04")]
    public async Task ShiftedBetaGeometric_OfContracts_GivesThePublishedOptimum()
    {
        double[] survivors = [1000, 631, 468, 382, 326, 289, 262, 241];
        var rows = Enumerable.Range(1, 7).Select(p => $"{p - 1},{p - 1},7,{survivors[p - 1] - survivors[p]},10").Append($"7,7,7,{survivors[7]},10");
        var file = _folder.Write("contracts.csv", "frequency,recency,periods,weights,monetary\n" + string.Join('\n', rows));
        var fit = await Analyze.JsonAsync("lifetime", file, "--format", "summary", "--model", "sbg", "--horizon", "5", "--discount", "0");
        fit.Of("parameters").Number("alpha").Should().BeApproximately(.7040773, 1e-5);
        fit.Of("parameters").Number("beta").Should().BeApproximately(1.1820430, 1e-5);
        fit.Number("logLikelihood").Should().BeApproximately(-1680.265188, 1e-4);
        fit.Number("pAlive").Should().Be(241, "who cancelled is gone for certain");
        // S(12) / S(7) = .170037 / .241: what five more renewals leave.
        fit.Number("expectedPurchases").Should().BeInRange(5 * 241 * .170037 / .241, 5 * 241);
        fit.Number("lifetimeValue").Should().BeApproximately(10 * fit.Number("expectedPurchases"), 1e-6);
    }

    [Fact]
    public async Task OneTimeBuyers_AreNoPurchasePattern_AndSaidToBeNone()
    {
        var file = _folder.Write("once.csv", "customer,date,amount\na,2024-01-01,5\nb,2024-01-03,7\nc,2024-02-01,7\n");
        var fit = await Analyze.JsonAsync("lifetime", file);
        fit.Of("converged").GetBoolean().Should().BeFalse();
        fit.Of("warnings").EnumerateArray().Select(w => w.Of("code").GetString()).Should().Contain("noRepeatPurchases");
        (fit.Of("spend").ValueKind, fit.Of("lifetimeValue").ValueKind).Should().Be((JsonValueKind.Null, JsonValueKind.Null));
    }

    [Theory]
    [InlineData("bgnbd", "frequency,recency,age\n1,5,4", "recency")]
    [InlineData("bgnbd", "frequency,recency,age\n1.5,3,4", "frequency")]
    [InlineData("bgnbd", "frequency,recency,age\n1,3,NaN", "age")]
    [InlineData("bgnbd", "frequency,recency\n1,3", "age")]
    [InlineData("bgbb", "frequency,recency,periods,weights\n2,1,4,7", "recency")]
    [InlineData("bgbb", "frequency,recency,periods,weights\n1,1,4.5,7", "periods")]
    [InlineData("bgbb", "frequency,recency,periods,weights\n1,1,4,-7", "weights")]
    [InlineData("sbg", "frequency,recency,periods,weights\n1,2,4,7", "recency")]
    public async Task ImpossibleSummary_IsRefusedWithItsPlace(string model, string text, string column)
    {
        var file = _folder.Write("wrong.csv", text);
        var run = await Analyze.RunAsync("lifetime", file, "--format", "summary", "--model", model);
        run.ExitCode.Should().Be(3, run.Errors);
        run.Errors.Should().Contain($"{file}, row 2, column {column}: ");
    }

    private static Task<JsonElement> FitAsync(string model, params string[] options) =>
        Analyze.JsonAsync(["lifetime", Analyze.Purchases, "--calibration-end", "1997-09-30", "--model", model, .. options]);
}
