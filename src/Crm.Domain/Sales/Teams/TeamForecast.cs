using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>Rolls a forecast up through a hierarchy of people, with their judgements and quotas.</summary>
public static class TeamForecast
{
    /// <summary>One row for each person, period and currency in which the person or somebody below has deals, a quota or a judgement.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="leaders">Who leads whom: from a person to their leader. People who are missing stand on top.</param>
    /// <param name="quotas">Quotas; several for one person, period and currency add up.</param>
    /// <param name="judgements">Judgements in any order; those after the moment of the forecast do not count.</param>
    /// <returns>The rows by period, currency and person. Deals that nobody sells are under the empty name.</returns>
    /// <exception cref="ArgumentException">Somebody leads themselves, over others or directly; or a judgement is about closed or omitted.</exception>
    public static IReadOnlyList<TeamForecastRow> RollUp(
        Forecast forecast, IReadOnlyDictionary<string, string> leaders, IEnumerable<SalesQuota> quotas, IEnumerable<ForecastJudgement> judgements)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var hierarchy = new SalesHierarchy(leaders);
        var targets = quotas.ToLookup(q => (q.Period, q.Target.Currency, q.Owner), q => q.Target.Amount);
        var given = Latest(forecast, judgements);
        var cells = forecast.Rows.Select(r => (r.Period, r.Currency))
            .Concat(targets.Select(t => (t.Key.Period, t.Key.Currency)))
            .Concat(given.Keys.Select(g => (g.Period, g.Currency)))
            .Distinct().Order();
        var rows = forecast.Rows.ToDictionary(r => (r.Period, r.Currency));
        return [.. cells.SelectMany(cell =>
        {
            var own = rows.TryGetValue(cell, out var row) ? row.ByOwner : new Dictionary<string, ForecastFigures>();
            var people = own.Keys
                .Concat(targets.Where(t => (t.Key.Period, t.Key.Currency) == cell).Select(t => t.Key.Owner))
                .Concat(given.Keys.Where(g => (g.Period, g.Currency) == cell).Select(g => g.Owner));
            return new TeamCell(cell.Period, cell.Currency, hierarchy.With(people), own, given, targets, hierarchy).Rows();
        })];
    }

    private static Dictionary<(ForecastPeriod Period, Currency Currency, string Owner, ForecastCategory Category), decimal> Latest(
        Forecast forecast, IEnumerable<ForecastJudgement> judgements)
    {
        var latest = new Dictionary<(ForecastPeriod, Currency, string, ForecastCategory), decimal>();
        foreach (var judgement in judgements.Where(j => j.At <= forecast.AsOf).OrderBy(j => j.At))
        {
            if (judgement.Category is ForecastCategory.Closed or ForecastCategory.Omitted)
            {
                throw new ArgumentException($"What is {judgement.Category} is not judged.", nameof(judgements));
            }

            var key = (judgement.Period, judgement.Currency, judgement.Owner, judgement.Category);
            if (judgement.Amount is { } amount)
            {
                latest[key] = amount;
            }
            else
            {
                latest.Remove(key);
            }
        }

        return latest;
    }
}
