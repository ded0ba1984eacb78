using Crm.Analytics.Purchases;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// Customer lifetime value: how often a customer is expected to buy, from a purchase model, times what a purchase is
/// expected to be worth, from the Gamma–Gamma model, discounted.
/// </summary>
/// <remarks>Source: P. S. Fader, B. G. S. Hardie, K. L. Lee, "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis", Journal of Marketing Research 42 (2005).</remarks>
public static class LifetimeValue
{
    private const double DaysPerYear = 365.25;

    /// <summary>Predicts the value of every customer of a summary.</summary>
    /// <param name="summaries">The customers.</param>
    /// <param name="purchases">A fitted purchase model; predictions are in its unit.</param>
    /// <param name="spend">A fitted spend model.</param>
    /// <param name="options">Margin, discount, horizon, interval; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range; all the future needs a discount.</exception>
    public static LifetimeValueTable Predict<TModel>(
        CustomerSummaries summaries, ModelFit<TModel> purchases, ModelFit<GammaGamma> spend, LifetimeValueOptions? options = null)
        where TModel : IPurchaseModel
    {
        ArgumentNullException.ThrowIfNull(summaries);
        ArgumentNullException.ThrowIfNull(purchases);
        ArgumentNullException.ThrowIfNull(spend);
        options ??= new LifetimeValueOptions();
        options.Check();

        var table = RecencyFrequencyTable.From(summaries, purchases.Unit);
        var length = purchases.Unit.Days();
        var rate = Math.Log(1 + options.AnnualDiscountRate) * length / DaysPerYear;
        var horizon = options.HorizonDays is { } days ? days / length : double.PositiveInfinity;

        var discounted = purchases.Model.DiscountedPurchases(table, rate, horizon);
        var spends = spend.Model.ExpectedSpend(summaries);
        var values = new double[summaries.Count];
        for (var i = 0; i < values.Length; i++) values[i] = options.Margin * spends[i] * discounted[i];

        var slopes = PurchaseSlopes(table, purchases, rate, horizon);
        var interval = new ValueInterval(summaries, table, slopes, purchases.Covariance, purchases.Parameters, spend, options.Confidence);
        return new LifetimeValueTable
        {
            Customers = summaries.Customers,
            Options = options,
            Historic = Historic(summaries, options.Margin),
            DiscountedPurchases = discounted,
            ExpectedSpend = spends,
            Predicted = values,
            Lower = interval.IsKnown ? interval.Bounds(values, -1) : null,
            Upper = interval.IsKnown ? interval.Bounds(values, 1) : null,
            Total = values.Where(value => !double.IsNaN(value)).Sum(),
            TotalInterval = interval.IsKnown ? interval.Total(values) : null,
            Warnings = [.. purchases.Warnings, .. spend.Warnings],
        };
    }

    private static double[] Historic(CustomerSummaries summaries, double margin)
    {
        var historic = new double[summaries.Count];
        for (var i = 0; i < historic.Length; i++) historic[i] = margin * summaries.Totals[i] / FixedPoint.Scale;
        return historic;
    }

    /// <summary>For each distinct history the derivatives of ln(discounted purchases) by the logarithms of the parameters, by central differences.</summary>
    private static double[][] PurchaseSlopes<TModel>(RecencyFrequencyTable table, ModelFit<TModel> fit, double rate, double horizon)
        where TModel : IPurchaseModel
    {
        const double step = 1e-4;
        if (fit.Covariance is null || horizon == 0) return [];
        return [.. fit.Parameters.Select((_, i) =>
        {
            var (up, down) = (Moved(i, step), Moved(i, -step));
            return table.Distinct(history =>
            {
                var slope = Math.Log(up.DiscountedPurchases(history, rate, horizon) / down.DiscountedPurchases(history, rate, horizon)) / (2 * step);
                // A customer who is surely gone has no value to be uncertain about.
                return double.IsFinite(slope) ? slope : 0;
            });
        })];

        IPurchaseModel Moved(int parameter, double by) => fit.Model.WithParameters(
            [.. fit.Parameters.Select((p, i) => i == parameter ? p.Value * Math.Exp(by) : p.Value)]);
    }
}
