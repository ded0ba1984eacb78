using Crm.Analytics.Seasonality;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Seasonality;

public sealed class DecompositionTests
{
    [SkippableFact]
    public void Classical_AirPassengers_GivesTheReferenceFigure()
    {
        // R 4.2, decompose(AirPassengers, "multiplicative").
        double[] reference = [.9102304, .8836253, 1.0073663, .9759060, .9813780, 1.1127758, 1.2265555, 1.2199110, 1.0604919, .9217572, .8011781, .8988244];
        var parts = ClassicalDecomposition.Decompose(SeriesData.AirPassengers, 12, SeasonalForm.Multiplicative);

        for (var i = 0; i < 12; i++) parts.Figure![i].Should().BeApproximately(reference[i], 5e-8);
        (parts.Trend[5], parts.Trend[138], parts.Remainder[0]).Should().Be((null, null, null));
        parts.Trend[6].Should().NotBeNull();
        parts.SeasonalStrength.Should().BeGreaterThan(0.9);
        parts.TrendStrength.Should().BeGreaterThan(0.9);
    }

    [SkippableFact]
    public void Stl_NottinghamPeriodic_GivesTheReferenceFigure()
    {
        // R 4.2, stl(nottem, "periodic").
        double[] reference = [-9.347198, -9.855250, -6.853301, -2.763471, 3.501357, 8.983303, 12.845250, 11.476381, 7.447511, .473690, -6.430131, -9.478142];
        var parts = Stl.Decompose(SeriesData.Nottem, 12);

        for (var i = 0; i < 12; i++) parts.Figure![i].Should().BeApproximately(reference[i], 5e-7);
        parts.Remainder.Sum(value => value!.Value * value.Value).Should().BeApproximately(970.662189, 5e-7);
    }

    [Fact]
    public void Both_SimulatedSeries_RecoverTheSeason() =>
        Prop.ForAll(Gen.Choose(2, 12).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (period, seed) =>
        {
            var random = new System.Random(seed);
            var season = Enumerable.Range(0, period).Select(_ => (random.NextDouble() - 0.5) * 20).ToArray();
            season = Array.ConvertAll(season, value => value - season.Average());
            var values = SeriesData.Simulate(20 * period, 100, 0.3, season, 0.5, seed);
            foreach (var parts in new[] { ClassicalDecomposition.Decompose(values, period), Stl.Decompose(values, period), Stl.Decompose(values, period, new StlOptions { Robust = true, Jump = false }) })
            {
                // A mean of about 20 values with noise 0.5 has a standard error of 0.11.
                for (var i = 0; i < period; i++) parts.Figure![i].Should().BeApproximately(season[i], 0.6);
                for (var i = 0; i < values.Length; i++)
                {
                    if (parts.Trend[i] is { } level) (level + parts.Seasonal[i] + parts.Remainder[i]!.Value).Should().BeApproximately(values[i], 1e-9);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void Stl_RobustWithAnOutlier_LosesLittle()
    {
        double[] season = [3, -1, -4, 2];
        var values = SeriesData.Simulate(60, 50, 0.1, season, 0.2, 6);
        values[30] += 100;
        var (plain, robust) = (Stl.Decompose(values, 4), Stl.Decompose(values, 4, new StlOptions { Robust = true }));

        Miss(robust).Should().BeLessThan(0.3);
        Miss(plain).Should().BeGreaterThan(2, "the outlier pulls its position up");

        double Miss(Decomposition parts) => Enumerable.Range(0, 4).Max(i => Math.Abs(parts.Figure![i] - season[i]));
    }

    [Fact]
    public void Stl_SeasonThatChanges_IsFollowed()
    {
        // The amplitude grows from 1 to 5.
        var values = Enumerable.Range(0, 160).Select(i => 20 + ((1 + (i / 40.0)) * (i % 4 == 0 ? 3 : -1))).ToArray();
        var parts = Stl.Decompose(values, 4, new StlOptions { SeasonalSpan = 7, SeasonalDegree = 1 });

        parts.Figure.Should().BeNull();
        parts.Seasonal[0].Should().BeApproximately(3, 0.4);
        parts.Seasonal[156].Should().BeApproximately(3 * (1 + 3.9), 0.6);
    }

    [Fact]
    public void Strengths_WithoutSeasonOrVariation_AreSmall()
    {
        var noise = SeriesData.Simulate(240, 10, 0, [0, 0, 0, 0], 1, 3);
        Stl.Decompose(noise, 4).SeasonalStrength.Should().BeLessThan(0.15);
        Stl.Decompose(Enumerable.Repeat(5.0, 20).ToArray(), 4).SeasonalStrength.Should().Be(0);
    }

    [Fact]
    public void Decompose_BadSeries_IsRefused()
    {
        Refused<ArgumentException>(() => ClassicalDecomposition.Decompose([1, 2, 3], 2), "*fewer than two periods*");
        Refused<ArgumentException>(() => Stl.Decompose([1, 2, double.NaN, 4], 2), "Value 2 is not finite*");
        Refused<ArgumentException>(() => ClassicalDecomposition.Decompose([1, 0, 3, 4], 2, SeasonalForm.Multiplicative), "Value 1 is not positive*");
        Refused<ArgumentOutOfRangeException>(() => Stl.Decompose([1, 2, 3, 4], 1), "*");
        Refused<ArgumentOutOfRangeException>(() => Stl.Decompose([1, 2, 3, 4], 2, new StlOptions { SeasonalSpan = 2 }), "*SeasonalSpan*");

        static void Refused<T>(Action act, string message)
            where T : Exception => act.Should().Throw<T>().WithMessage(message);
    }
}
