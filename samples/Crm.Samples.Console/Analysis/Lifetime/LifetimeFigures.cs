using System.Diagnostics;
using Crm.Analytics.Fitting;
using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>A fitted model with its predictions for every customer.</summary>
internal sealed record LifetimeFigures(LifetimeQuestion Question, SummarisedCustomers Customers, FittedModel Model, SpendFigures Spend)
{
    private const int MaximumHorizonDays = 36_525;

    private readonly Dictionary<int, PurchaseForecast> _forecasts = [];

    public required double[] Expected { get; init; }

    public required double[] Values { get; init; }

    /// <summary>What fitting alone took, elapsed.</summary>
    public required double FitMilliseconds { get; init; }

    public IReadOnlyList<FitWarning> Warnings => [.. Model.Warnings, .. Spend.Warnings];

    public TimeUnit Unit => Customers.Table.Unit;

    public static LifetimeFigures Fit(SummarisedCustomers customers, LifetimeQuestion question)
    {
        if (!(customers.Table.Customers > 0))
        {
            throw CommandFailure.Refused("NoCustomers", "There is no customer with a purchase to fit a model to.");
        }

        var watch = Stopwatch.StartNew();
        var model = LifetimeModels.All[question.Model](customers);
        var spend = question.Model == "sbg" ? SpendFigures.FromPrices(customers) : SpendFigures.FromModel(customers);
        var fitted = watch.Elapsed.TotalMilliseconds;
        var discounted = model.Discounted(question.Discount, question.Horizon);
        return new LifetimeFigures(question, customers, model, spend)
        {
            Expected = model.Expected(question.Horizon),
            Values = [.. discounted.Select((purchases, i) => question.Margin * spend.Expected[i] * purchases)],
            FitMilliseconds = Math.Round(fitted, 3),
        };
    }

    /// <summary>When a customer buys next, if within the horizon; null where the model or the input knows no days.</summary>
    public PurchaseForecast? Forecast(int row)
    {
        var days = (int)Math.Min(MaximumHorizonDays, Question.Horizon * Unit.Days());
        if (Model.Purchases is not { } fit || Customers.AsOf is not { } asOf || Customers.Table.HistoryOf[row] is not (>= 0 and var history) || days < 1)
        {
            return null;
        }

        return _forecasts.TryGetValue(history, out var known)
            ? known
            : _forecasts[history] = PurchaseForecasts.From(Customers.Table.Histories[history], fit.Model, Unit, asOf, new PurchaseForecastOptions { HorizonDays = days });
    }

    /// <summary>What the model, fitted to the calibration, expects of the holdout.</summary>
    public double ExpectedOf(HoldoutFigures held) => Total(Model.Expected(held.Days / Unit.Days()));

    public double Total(double[] figures)
    {
        var sum = 0d;
        for (var i = 0; i < figures.Length; i++)
        {
            sum += double.IsNaN(figures[i]) ? 0 : figures[i] * (Customers.Weights?[i] ?? 1);
        }

        return sum;
    }

    /// <summary>The order of a list of the best.</summary>
    public double Rank(int row) => double.IsNaN(Expected[row]) ? double.NegativeInfinity : Expected[row];
}
