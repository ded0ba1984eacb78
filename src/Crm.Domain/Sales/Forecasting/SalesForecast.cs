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
        var (length, zone) = options is null ? (ForecastPeriodLength.Month, DateTimeZone.Utc) : (options.Length, options.Zone);
        var (tally, furthest) = (new ForecastTally(length), new Dictionary<(int Place, StageCategory Category), long>());
        foreach (var deal in deals)
        {
            if (DealState.At(deal, order, asOf) is not { } state)
            {
                continue;
            }

            tally.Add(state.ClosedAt is { } at ? at.InZone(zone).Date : state.CloseDate, deal.Currency, state.Owner, ForecastFigures.Of(state));
            if (state.FurthestOpenStage >= 0)
            {
                var key = (state.FurthestOpenStage, state.Stage.Category);
                furthest[key] = furthest.GetValueOrDefault(key) + 1;
            }
        }

        return tally.ToForecast(asOf, PipelineMath.Funnel(
            [.. stages.Where(s => s.Category == StageCategory.Open).Select(s => (s.Name, s.Name))],
            [.. furthest.Select(f => new FurthestCount(stages[f.Key.Place].Name, f.Key.Category, f.Value))]));
    }
}
