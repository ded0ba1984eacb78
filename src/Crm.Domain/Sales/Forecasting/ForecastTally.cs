using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Adds deals up, one at a time.</summary>
internal sealed class ForecastTally(StageOrder stages, ForecastOptions options)
{
    private readonly SortedDictionary<(ForecastPeriod Period, Currency Currency), PeriodTally> _periods = [];
    private readonly SortedDictionary<Currency, ForecastFigures> _undated = [];
    private readonly int[] _furthest = new int[stages.Stages.Count];
    private readonly int[] _won = new int[stages.Stages.Count];

    public void Add(Currency currency, DealState deal)
    {
        Count(deal);
        var figures = ForecastFigures.Of(deal);
        var day = deal.ClosedAt is { } at ? at.InZone(options.Zone).Date : deal.CloseDate;
        if (day is not { } known)
        {
            _undated[currency] = _undated.GetValueOrDefault(currency, ForecastFigures.None) + figures;
            return;
        }

        var key = (ForecastPeriod.Of(known, options.Length), currency);
        if (!_periods.TryGetValue(key, out var period))
        {
            _periods[key] = period = new PeriodTally();
        }

        period.Add(deal, figures);
    }

    public Forecast ToForecast(Instant asOf) => new(
        asOf,
        [.. _periods.Select(p => p.Value.ToRow(p.Key.Period, p.Key.Currency))],
        [.. _undated.Select(u => new UndatedDeals(u.Key, u.Value))],
        [.. stages.Stages.Select((stage, place) => new FunnelStep(stage, _furthest[place..].Sum(), _won[place..].Sum())).Where(step => step.Stage.Category == StageCategory.Open)]);

    private void Count(DealState deal)
    {
        if (deal.FurthestOpenStage >= 0)
        {
            _furthest[deal.FurthestOpenStage]++;
            _won[deal.FurthestOpenStage] += deal.Stage.Category == StageCategory.Won ? 1 : 0;
        }
    }

    private sealed class PeriodTally
    {
        private readonly SortedDictionary<string, ForecastFigures> _byOwner = new(StringComparer.Ordinal);
        private ForecastFigures _all = ForecastFigures.None;

        public void Add(DealState deal, ForecastFigures figures)
        {
            _all += figures;
            var owner = deal.Owner ?? "";
            _byOwner[owner] = _byOwner.GetValueOrDefault(owner, ForecastFigures.None) + figures;
        }

        public ForecastRow ToRow(ForecastPeriod period, Currency currency) =>
            new(period, currency, _all) { ByOwner = _byOwner };
    }
}
