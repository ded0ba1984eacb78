using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// The date of the next purchase, from the model's probability that none happens until a day: alive or not, and if alive,
/// at an own rate. For customers who buy at regular intervals use <see cref="ModifiedBetaGeometricCnbd"/>.
/// </summary>
public static class PurchaseForecasts
{
    /// <summary>The probability of at least one purchase in the next t time units.</summary>
    /// <exception cref="ArgumentException">The history is impossible.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    public static double ProbabilityWithin(this IPurchaseModel model, RecencyFrequency history, double time)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Math.Clamp(1 - model.ProbabilityOfPurchases(history, 0, time), 0, 1);
    }

    /// <summary>Forecasts every customer of a summary; null for one without a purchase.</summary>
    /// <param name="summaries">The customers; days count from their last day observed.</param>
    /// <param name="model">The model.</param>
    /// <param name="unit">The unit of the model.</param>
    /// <param name="options">Horizon and confidence; null for the defaults.</param>
    /// <exception cref="ArgumentException">The summaries have no last day observed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PurchaseForecast?[] From(
        CustomerSummaries summaries, IPurchaseModel model, TimeUnit unit, PurchaseForecastOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        ArgumentNullException.ThrowIfNull(model);
        options ??= new PurchaseForecastOptions();
        options.Check();
        if (summaries.AsOf is not { } asOf) throw new ArgumentException("The summaries cover no purchase.", nameof(summaries));
        return RecencyFrequencyTable.From(summaries, unit).Map<PurchaseForecast?>(history => From(history, model, unit, asOf, options), null);
    }

    /// <summary>Forecasts one customer.</summary>
    /// <param name="history">The customer.</param>
    /// <param name="model">The model.</param>
    /// <param name="unit">The unit of the model and the history.</param>
    /// <param name="asOf">The last day observed.</param>
    /// <param name="options">Horizon and confidence; null for the defaults.</param>
    /// <exception cref="ArgumentException">The history is impossible.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PurchaseForecast From(
        RecencyFrequency history, IPurchaseModel model, TimeUnit unit, LocalDate asOf, PurchaseForecastOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        options ??= new PurchaseForecastOptions();
        options.Check();
        var length = unit.Days();
        var within = model.ProbabilityWithin(history, options.HorizonDays / length);
        var outside = (1 - options.Confidence) / 2;
        return new PurchaseForecast(
            model.ProbabilityAlive(history),
            within,
            within >= 0.5 ? DayOf(0.5) : null,
            within > 0 ? DayOf(0.5 * within) : null,
            within > 0 ? DayOf(outside * within) : null,
            within > 0 ? DayOf((1 - outside) * within) : null);

        // The first day by which the probability is reached.
        LocalDate DayOf(double probability)
        {
            var (before, by) = (0, options.HorizonDays);
            while (by - before > 1)
            {
                var middle = before + ((by - before) / 2);
                if (model.ProbabilityWithin(history, middle / length) >= probability) by = middle;
                else before = middle;
            }

            return asOf.PlusDays(by);
        }
    }
}
