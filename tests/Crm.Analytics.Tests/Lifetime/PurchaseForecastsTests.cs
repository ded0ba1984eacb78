using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Tests.Lifetime;

public sealed class PurchaseForecastsTests
{
    private static readonly LocalDate _asOf = new(2026, 6, 30);

    private static readonly ParetoNbd _pareto = new(0.5532754, 10.5776114, 0.6062137, 11.6679166);

    [Fact]
    [Trait("Check", "AN-02")]
    public void Forecast_FrequentBuyer_IsSoonAndInOrder()
    {
        var forecast = PurchaseForecasts.From(new RecencyFrequency(26, 30.86, 31), _pareto, TimeUnit.Week, _asOf);

        forecast.ProbabilityWithinHorizon.Should().BeGreaterThan(0.97);
        Days(forecast.Median).Should().BeInRange(5, 9);
        Days(forecast.Earliest).Should().BeLessThan(Days(forecast.Expected));
        Days(forecast.Expected).Should().BeLessThan(Days(forecast.Latest));
    }

    [Fact]
    public void Forecast_LongSilence_HasNoMedianButASmallProbability()
    {
        var forecast = PurchaseForecasts.From(new RecencyFrequency(3, 5, 200), _pareto, TimeUnit.Week, _asOf);

        forecast.Median.Should().BeNull();
        forecast.ProbabilityWithinHorizon.Should().BeInRange(0, 0.05);
        forecast.ProbabilityWithinHorizon.Should().BeLessThan(forecast.ProbabilityAlive);
    }

    [Fact]
    public void Forecast_Days_AreTheFirstByWhichTheProbabilityIsReached()
    {
        var history = new RecencyFrequency(5, 28, 31);
        var forecast = PurchaseForecasts.From(history, _pareto, TimeUnit.Week, _asOf, new PurchaseForecastOptions { HorizonDays = 200, Confidence = 0.5 });

        var days = Days(forecast.Latest);
        _pareto.ProbabilityWithin(history, days / 7.0).Should().BeGreaterThanOrEqualTo(0.75 * forecast.ProbabilityWithinHorizon);
        _pareto.ProbabilityWithin(history, (days - 1) / 7.0).Should().BeLessThan(0.75 * forecast.ProbabilityWithinHorizon);
    }

    [Fact]
    public void Forecast_RegularBuyer_ComesInANarrowerWindow()
    {
        var history = new RecencyFrequency(12, 48, 49);
        var random = PurchaseForecasts.From(history, new ModifiedBetaGeometricCnbd(1, 2, 8, 0.5, 10), TimeUnit.Week, _asOf);
        var regular = PurchaseForecasts.From(history, new ModifiedBetaGeometricCnbd(8, 2, 1, 0.5, 10), TimeUnit.Week, _asOf);

        (Days(regular.Latest) - Days(regular.Earliest)).Should().BeLessThan(Days(random.Latest) - Days(random.Earliest));
    }

    [Fact]
    [Trait("Check", "AN-02")]
    public void ProbabilityWithin_SimulatedBuyers_IsTheShareOfThoseWhoBuy()
    {
        // Buyers who behave as MBG/NBD says, observed for 40 weeks and then for 20 more.
        var model = new ModifiedBetaGeometricNbd(0.8, 6, 0.9, 2.5);
        var random = new Random(4);
        var (expected, variance, bought) = (0.0, 0.0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            var (history, next) = Observe(random, model, 40);
            var probability = model.ProbabilityWithin(history, 20);
            expected += probability;
            variance += probability * (1 - probability);
            if (next <= 60) bought++;
        }

        Math.Abs(bought - expected).Should().BeLessThan(4 * Math.Sqrt(variance));
    }

    [Fact]
    public void Forecast_BadOptions_AreRefused()
    {
        var history = new RecencyFrequency(1, 2, 3);
        ((Action)(() => PurchaseForecasts.From(history, _pareto, TimeUnit.Week, _asOf, new() { HorizonDays = 0 }))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => PurchaseForecasts.From(history, _pareto, TimeUnit.Week, _asOf, new() { Confidence = 1 }))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => PurchaseForecasts.From(CustomerSummaries.From(PurchaseLog.From([])), _pareto, TimeUnit.Week))).Should().Throw<ArgumentException>();
    }

    private static int Days(LocalDate? date) => DayNumber.FromDate(date!.Value) - DayNumber.FromDate(_asOf);

    /// <summary>A history until an age, and the time of the purchase after it.</summary>
    private static (RecencyFrequency History, double Next) Observe(Random random, ModifiedBetaGeometricNbd model, double age)
    {
        var rate = Simulation.Gamma(random, model.R) / model.Alpha;
        var dropOut = Simulation.Beta(random, model.A, model.B);
        var (purchases, last) = (0, 0.0);
        while (random.NextDouble() >= dropOut)
        {
            var time = last + Simulation.Exponential(random, rate);
            if (time > age) return (new(purchases, last, age), time);
            (purchases, last) = (purchases + 1, time);
        }

        return (new(purchases, last, age), double.PositiveInfinity);
    }
}
