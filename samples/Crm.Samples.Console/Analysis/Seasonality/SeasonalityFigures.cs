using System.Globalization;
using Crm.Analytics.Fitting;
using Crm.Analytics.Purchases;
using Crm.Analytics.Seasonality;
using NodaTime;

namespace Crm.Samples.Console.Analysis;

/// <summary>A series taken apart in three ways; a way that the series is too short for is null, with a warning.</summary>
internal sealed record SeasonalityFigures(SeriesQuestion Question, double[] Values)
{
    /// <summary>The first day of a position; null for a series without days.</summary>
    public Func<int, LocalDate>? StartOf { get; private init; }

    public Decomposition? Classical { get; private init; }

    public Decomposition? Stl { get; private init; }

    public HoltWinters? HoltWinters { get; private init; }

    public IReadOnlyList<SeriesForecast> Forecasts { get; private init; } = [];

    public IReadOnlyList<FitWarning> Warnings { get; private init; } = [];

    public IReadOnlyList<ProductSeason> Products { get; private init; } = [];

    public static SeasonalityFigures From(PurchaseLog log, SeriesQuestion question, bool withProducts = true)
    {
        var options = new SeriesOptions { Period = question.Period, Measure = question.Measure };
        var series = PurchaseSeries.From(log, options);
        return From(series.Values.ToArray(), question) with
        {
            StartOf = series.StartOf,
            Products = !withProducts || log.Products.Count == 0 ? [] : [.. PurchaseSeries.ByProduct(log, options).Select(p => ProductSeason.Of(p, question.Season))],
        };
    }

    public static SeasonalityFigures From(double[] values, SeriesQuestion question)
    {
        var warnings = new List<FitWarning>();
        var (season, form) = (question.Season, question.Form);
        if (form == SeasonalForm.Multiplicative && Array.Exists(values, v => !(v > 0)))
        {
            warnings.Add(new FitWarning(FitWarningCode.NotIdentified, "A value is not above zero, so the season cannot be a factor; it is taken as an amount."));
            form = SeasonalForm.Additive;
        }

        var found = new SeasonalityFigures(question with { Form = form }, values);
        if (season < 2 || values.Length < 2 * season)
        {
            warnings.Add(new FitWarning(FitWarningCode.NotIdentified, season < 2
                ? "A period has no season within it."
                : string.Create(CultureInfo.InvariantCulture, $"{values.Length} values are fewer than two seasons of {season}, so no season can be told from chance.")));
            return found with { Warnings = warnings };
        }

        var smoothed = values.Length > 2 * season ? HoltWinters.Fit(values, season, new HoltWintersOptions { Form = form }) : null;
        return found with
        {
            Classical = ClassicalDecomposition.Decompose(values, season, form),
            Stl = Crm.Analytics.Seasonality.Stl.Decompose(values, season),
            HoltWinters = smoothed,
            Forecasts = smoothed?.Forecast(question.Ahead) ?? [],
            Warnings = warnings,
        };
    }
}
