using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>Open deals of one currency that have no day on which they are expected to close.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Figures">The sums.</param>
public sealed record UndatedDeals(Currency Currency, ForecastFigures Figures);
