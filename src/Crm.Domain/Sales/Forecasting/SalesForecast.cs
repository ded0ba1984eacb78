using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>
/// Forecasts from the logs of deals: what is open counts by its probability, what is won by its amount, what is lost by
/// nothing. As the logs only grow, a forecast of a past moment is what was reported then.
/// </summary>
public static class SalesForecast
{
    /// <summary>The forecast as of a moment.</summary>
    /// <param name="deals">The logs.</param>
    /// <param name="stages">The stages in the order of the pipeline.</param>
    /// <param name="asOf">The moment; changes at that very instant count.</param>
    /// <param name="options">Months in UTC by default.</param>
    /// <returns>The forecast; empty without deals.</returns>
    /// <exception cref="ArgumentException">A deal names an unknown stage or no first one, or a probability is not between 0 and 1.</exception>
    public static Forecast AsOf(IEnumerable<DealHistory> deals, IReadOnlyList<ForecastStage> stages, Instant asOf, ForecastOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(deals);
        var order = new StageOrder(stages);
        var tally = new ForecastTally(order, options ?? new ForecastOptions());
        foreach (var deal in deals)
        {
            if (DealState.At(deal, order, asOf) is { } state)
            {
                tally.Add(deal.Currency, state);
            }
        }

        return tally.ToForecast(asOf);
    }
}
