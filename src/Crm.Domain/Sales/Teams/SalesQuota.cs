using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>What a seller is to bring in during a period, with the people below them when they lead some.</summary>
/// <param name="Owner">The seller.</param>
/// <param name="Period">The period.</param>
/// <param name="Target">How much; more than nothing.</param>
public sealed record SalesQuota(string Owner, ForecastPeriod Period, Money Target);
