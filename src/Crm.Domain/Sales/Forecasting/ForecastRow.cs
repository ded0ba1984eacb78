using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>What is expected of one period in one currency.</summary>
/// <param name="Period">Open deals fall into it by the day they are expected to close, the others by the instant they did.</param>
/// <param name="Currency">The currency; amounts of several are never added.</param>
/// <param name="Figures">The sums.</param>
public sealed record ForecastRow(ForecastPeriod Period, Currency Currency, ForecastFigures Figures)
{
    /// <summary>The sums by seller; deals that nobody sells are under the empty name.</summary>
    public required IReadOnlyDictionary<string, ForecastFigures> ByOwner { get; init; }
}
