using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Somebody is known to sell.</summary>
/// <param name="SalespersonId">The person.</param>
/// <param name="UserId">Who, in the host's user directory.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.salesperson-added")]
public sealed record SalespersonAdded(SalespersonId SalespersonId, string UserId, Instant OccurredAt) : ICrmEvent;

/// <summary>Somebody who sells was put under somebody.</summary>
/// <param name="SalespersonId">The person.</param>
/// <param name="UserId">Who, in the host's user directory.</param>
/// <param name="LeaderId">Who leads since; null for nobody.</param>
/// <param name="TeamId">The team since; null for none.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.salesperson-placed")]
public sealed record SalespersonPlaced(SalespersonId SalespersonId, string UserId, string? LeaderId, string? TeamId, Instant OccurredAt) : ICrmEvent;

/// <summary>A quota was set.</summary>
/// <param name="SalespersonId">The person.</param>
/// <param name="UserId">Whose, in the host's user directory.</param>
/// <param name="Period">The period, such as <c>2026-07</c> or <c>2026-Q3</c>.</param>
/// <param name="Target">How much.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.quota-set")]
public sealed record SalesQuotaSet(SalespersonId SalespersonId, string UserId, string Period, Money Target, Instant OccurredAt) : ICrmEvent;

/// <summary>A quota was withdrawn.</summary>
/// <param name="SalespersonId">The person.</param>
/// <param name="UserId">Whose, in the host's user directory.</param>
/// <param name="Period">The period, such as <c>2026-07</c> or <c>2026-Q3</c>.</param>
/// <param name="Currency">The currency.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.quota-withdrawn")]
public sealed record SalesQuotaWithdrawn(SalespersonId SalespersonId, string UserId, string Period, Currency Currency, Instant OccurredAt) : ICrmEvent;

/// <summary>Somebody put a figure in place of the computed one.</summary>
/// <param name="SalespersonId">The person.</param>
/// <param name="UserId">Whose figure, in the host's user directory.</param>
/// <param name="Period">The period, such as <c>2026-07</c> or <c>2026-Q3</c>.</param>
/// <param name="Category">Which cumulative figure.</param>
/// <param name="Amount">The figure.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.forecast-judged")]
public sealed record SalesForecastJudged(SalespersonId SalespersonId, string UserId, string Period, ForecastCategory Category, Money Amount, Instant OccurredAt) : ICrmEvent;

/// <summary>The computed figure holds again.</summary>
/// <param name="SalespersonId">The person.</param>
/// <param name="UserId">Whose figure, in the host's user directory.</param>
/// <param name="Period">The period, such as <c>2026-07</c> or <c>2026-Q3</c>.</param>
/// <param name="Category">Which cumulative figure.</param>
/// <param name="Currency">The currency.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.judgement-withdrawn")]
public sealed record SalesJudgementWithdrawn(SalespersonId SalespersonId, string UserId, string Period, ForecastCategory Category, Currency Currency, Instant OccurredAt) : ICrmEvent;
