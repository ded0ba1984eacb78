using Crm.Analytics.Seasonality;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Seasonality;

public sealed class HoltWintersTests
{
    [SkippableFact]
    public void Fit_AirPassengersMultiplicative_GivesTheReferenceWeights()
    {
        // R 4.2, HoltWinters(AirPassengers, seasonal = "mult"), whose search stops at about four digits.
        var fit = HoltWinters.Fit(SeriesData.AirPassengers, 12, new HoltWintersOptions { Form = SeasonalForm.Multiplicative });

        fit.SquaredErrors.Should().BeApproximately(16570.7779, 0.001);
        fit.Alpha.Should().BeApproximately(.2755925, 1e-4);
        fit.Beta!.Value.Should().BeApproximately(.0326930, 1e-4);
        fit.Gamma!.Value.Should().BeApproximately(.8707292, 1e-4);
        fit.FirstFitted.Should().Be(12);
        fit.Forecast(12)[6].Value.Should().BeInRange(640, 720, "July 1961");
    }

    [SkippableFact]
    public void Fit_ReferenceWeightsGiven_GivesTheReferenceErrors() =>
        HoltWinters.Fit(SeriesData.AirPassengers, 12, new HoltWintersOptions
        {
            Form = SeasonalForm.Multiplicative, Alpha = .2755925, Beta = .0326930, Gamma = .8707292,
        }).SquaredErrors.Should().BeApproximately(16570.7779, 5e-4);

    [Fact]
    public void Forecast_SimulatedSeries_CoversWhatComes()
    {
        var (covered, all) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var values = SeriesData.Simulate(108, 200, 0.5, [9, -3, -8, 2], 2, seed);
            var forecasts = HoltWinters.Fit(values.AsSpan(0, 100), 4).Forecast(8);
            for (var i = 0; i < 8; i++, all++)
            {
                if (values[100 + i] >= forecasts[i].Lower && values[100 + i] <= forecasts[i].Upper) covered++;
            }
        }

        (covered / (double)all).Should().BeInRange(0.88, 0.99);
    }

    [Fact]
    public void Fit_SeriesWithoutNoise_ForecastsIt() =>
        Prop.ForAll(Gen.Choose(2, 7).ToArbitrary(), Gen.Choose(-10, 10).ToArbitrary(), Gen.Choose(0, 1).ToArbitrary(), (period, slope, form) =>
        {
            var season = Enumerable.Range(0, period).Select(i => (double)((i * 7) % 5)).ToArray();
            double Value(int i) => form == 0 ? 500 + (slope * i) + season[i % period] : 500 * (1 + season[i % period]);
            var values = Enumerable.Range(0, 5 * period).Select(Value).ToArray();
            var fit = HoltWinters.Fit(values, period, new HoltWintersOptions { Form = (SeasonalForm)form });
            var forecasts = fit.Forecast(2 * period);
            for (var i = 0; i < forecasts.Count; i++)
                forecasts[i].Value.Should().BeApproximately(Value(values.Length + i), Math.Abs(Value(values.Length + i)) * 0.02);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void Fit_WithoutSeasonOrTrend_IsSimpleSmoothing()
    {
        // By hand with α = 0.5: levels 10, 11, 12.5, 11.25; errors 2, 3, −2.5.
        var fit = HoltWinters.Fit([10, 12, 14, 10], 1, new HoltWintersOptions { Season = false, Trend = false, Alpha = 0.5 });

        fit.Fitted.ToArray().Should().Equal(10, 11, 12.5);
        fit.SquaredErrors.Should().Be(4 + 9 + 6.25);
        (fit.Level, fit.Beta, fit.Gamma).Should().Be((11.25, null, null));
        fit.Forecast(2).Select(forecast => forecast.Value).Should().Equal(11.25, 11.25);
    }

    [Fact]
    public void Fit_HoltsMethod_FollowsALine()
    {
        var fit = HoltWinters.Fit([3, 5, 7, 9, 11], 1, new HoltWintersOptions { Season = false });
        fit.Forecast(3).Select(forecast => Math.Round(forecast.Value, 9)).Should().Equal(13, 15, 17);
    }

    [Fact]
    public void Fit_BadInput_IsRefused()
    {
        ((Action)(() => HoltWinters.Fit([1, 2, 3, 4], 2))).Should().Throw<ArgumentException>().WithMessage("4 values are too few*");
        ((Action)(() => HoltWinters.Fit([1, 2, 3, 4, 5], 2, new HoltWintersOptions { Alpha = 1.5 }))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => HoltWinters.Fit([1, double.PositiveInfinity, 3, 4], 1, new HoltWintersOptions { Season = false })))
            .Should().Throw<ArgumentException>().WithMessage("Value 1*");
        ((Action)(() => HoltWinters.Fit([1, 2, 3, 4, 5], 2).Forecast(0))).Should().Throw<ArgumentOutOfRangeException>();
    }
}
