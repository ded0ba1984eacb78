using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Tests.Lifetime;

public sealed class BacktestTests
{
    [SkippableFact]
    [Trait("Check", "AN-04")]
    public void Run_ParetoOnCdnow_IsWhatIsPublishedAboutTheHoldout()
    {
        // 1,882 purchases in 39 weeks; CLVTools expects 1665.69.
        var report = Backtest.Run<ParetoNbd>(Cdnow.Log(), Cdnow.CalibrationEnd);

        report.Customers.Should().Be(2357);
        report.HoldoutDays.Should().Be(273);
        report.ActualPurchases.Should().Be(1882);
        report.ExpectedPurchases.Should().BeApproximately(1665.69, 0.5);
        report.ByFrequency.Sum(row => row.Customers).Should().Be(2357);
        report.ByFrequency.Sum(row => row.Customers * row.Actual).Should().BeApproximately(1882, 1e-6);
        report.ByFrequency.Sum(row => row.Customers * row.Expected).Should().BeApproximately(report.ExpectedPurchases, 1e-6);
        // Figure 4 of Fader, Hardie and Lee (2005): about a quarter of a purchase without, some seven with seven repeats and more.
        report.ByFrequency[0].Actual.Should().BeInRange(0.2, 0.28);
        report.ByFrequency[^1].Frequency.Should().Be(7);
        report.MeanAbsoluteError.Should().BeLessThan(report.NaiveMeanAbsoluteError);
        report.ByProbability.Should().BeInAscendingOrder(row => row.Expected);
        report.Fit.Converged.Should().BeTrue();
    }

    [SkippableFact]
    [Trait("Check", "AN-04")]
    public void Run_EveryModelOnCdnow_ExpectsTheActualPurchasesWithinAFifth()
    {
        var log = Cdnow.Log();
        var expected = new[]
        {
            Backtest.Run<BetaGeometricNbd>(log, Cdnow.CalibrationEnd).ExpectedPurchases,
            Backtest.Run<ModifiedBetaGeometricNbd>(log, Cdnow.CalibrationEnd).ExpectedPurchases,
            Backtest.Run(log, Cdnow.CalibrationEnd, (rows, summaries, _) => ModifiedBetaGeometricCnbd.FitRegularity(rows, summaries, maximum: 2)).ExpectedPurchases,
        };

        expected.Should().OnlyContain(purchases => Math.Abs((purchases / 1882) - 1) < 0.2);
    }

    [Fact]
    [Trait("Check", "AN-04")]
    public void Run_BuyersWhoBehaveAsTheModelSays_IsCalibratedAndCovered()
    {
        var random = new Random(9);
        var log = PurchaseLog.From(Enumerable.Range(1, 6_000).SelectMany(customer =>
        {
            // Rates so low that two purchases on a day hardly happen.
            var rate = Simulation.Gamma(random, 0.9) / 60;
            var dropOut = Simulation.Beta(random, 0.9, 2.5);
            var days = new List<PurchaseRow>();
            for (var day = 0.0; day <= 600; day += Simulation.Exponential(random, rate))
            {
                days.Add(new(customer, DayNumber.ToDate((int)day), 10m));
                if (random.NextDouble() < dropOut) break;
            }

            return days;
        })).Observe(DayNumber.ToDate(600));

        var report = Backtest.Run<ModifiedBetaGeometricNbd>(log, DayNumber.ToDate(300));

        (report.ExpectedPurchases / report.ActualPurchases).Should().BeInRange(0.93, 1.07);
        (report.ExpectedBuyers / report.ActualBuyers).Should().BeInRange(0.93, 1.07);
        report.Coverage.Should().BeInRange(0.9, 1).And.BeApproximately(report.ExpectedCoverage, 0.02);
        foreach (var group in report.ByProbability)
            group.Actual.Should().BeApproximately(group.Expected, 0.01 + (4 * Math.Sqrt(group.Expected * (1 - group.Expected) / group.Customers)));
    }

    [Fact]
    public void Run_CustomersOfTheHoldoutAlone_AreCounted()
    {
        var log = PurchaseLog.From(
            from customer in Enumerable.Range(1, 30)
            from month in Enumerable.Range(0, 6)
            where customer < 29 || month > 4
            where (customer * 7 % (month + 2)) != 1
            select new PurchaseRow(customer, new NodaTime.LocalDate(2026, 1, 1 + (customer % 20)).PlusMonths(month), 10m));

        var report = Backtest.Run<BetaGeometricNbd>(log, new(2026, 5, 31), new BacktestOptions { Fit = new FitOptions { Penalty = 0.01 } });

        report.CustomersLeftOut.Should().Be(2);
        report.Customers.Should().Be(28);
    }

    [Fact]
    public void Run_BadArguments_AreRefused()
    {
        var log = PurchaseLog.From([new PurchaseRow(1, new(2026, 1, 1), 10m), new PurchaseRow(1, new(2026, 3, 1), 10m)]);
        ((Action)(() => Backtest.Run<ParetoNbd>(log, new(2026, 3, 1)))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => Backtest.Run<ParetoNbd>(log, new(2025, 3, 1)))).Should().Throw<ArgumentException>();
        ((Action)(() => Backtest.Run<ParetoNbd>(log, new(2026, 2, 1), new() { Coverage = 1 }))).Should().Throw<ArgumentOutOfRangeException>();
    }
}
