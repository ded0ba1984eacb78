using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Adds figures up by period, currency and seller.</summary>
internal sealed class ForecastTally(ForecastPeriodLength length)
{
    private readonly SortedDictionary<(ForecastPeriod Period, Currency Currency), PeriodTally> _periods = [];
    private readonly SortedDictionary<Currency, ForecastFigures> _undated = [];

    /// <summary>Adds deals of one period, currency and seller.</summary>
    /// <param name="day">A day of the period; null for deals without a day.</param>
    public void Add(LocalDate? day, Currency currency, string? owner, ForecastFigures figures)
    {
        if (day is not { } known)
        {
            _undated[currency] = _undated.GetValueOrDefault(currency, ForecastFigures.None) + figures;
            return;
        }

        var key = (ForecastPeriod.Of(known, length), currency);
        if (!_periods.TryGetValue(key, out var period))
        {
            _periods[key] = period = new PeriodTally();
        }

        period.Add(owner ?? "", figures);
    }

    public Forecast ToForecast(Instant asOf, IReadOnlyList<FunnelStage> funnel) => new(
        asOf,
        [.. _periods.Select(p => p.Value.ToRow(p.Key.Period, p.Key.Currency))],
        [.. _undated.Select(u => new UndatedDeals(u.Key, u.Value))],
        funnel);

    private sealed class PeriodTally
    {
        private readonly SortedDictionary<string, ForecastFigures> _byOwner = new(StringComparer.Ordinal);
        private ForecastFigures _all = ForecastFigures.None;

        public void Add(string owner, ForecastFigures figures)
        {
            _all += figures;
            _byOwner[owner] = _byOwner.GetValueOrDefault(owner, ForecastFigures.None) + figures;
        }

        public ForecastRow ToRow(ForecastPeriod period, Currency currency) => new(period, currency, _all) { ByOwner = _byOwner };
    }
}
