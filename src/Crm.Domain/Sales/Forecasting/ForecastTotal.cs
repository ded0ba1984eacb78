using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>Deals that a forecast counts alike, summed.</summary>
/// <param name="Month">Their month, as <see cref="OpportunityLogEntry.Month"/>; null without a day.</param>
/// <param name="Currency">The currency of their amounts; null for those without an amount.</param>
/// <param name="OwnerId">Who answered for them.</param>
/// <param name="State">Open, won or lost.</param>
/// <param name="Category">How they were counted on.</param>
/// <param name="Deals">How many.</param>
/// <param name="Amount">Their amounts.</param>
/// <param name="Weighted">Their amounts, each times its probability, exactly.</param>
public sealed record ForecastTotal(
    int? Month, Currency? Currency, string? OwnerId, StageCategory State, ForecastCategory Category, int Deals, decimal Amount, decimal Weighted);
