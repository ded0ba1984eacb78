using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Insights;

/// <summary>A customer let the day pass by which it was expected to buy again. Once, until it is no longer overdue.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="RunId">The refresh that found it.</param>
/// <param name="AsOf">The last day that was observed.</param>
/// <param name="LastPurchaseOn">The last day with a sale.</param>
/// <param name="ExpectedOn">The day on which the purchase was expected.</param>
/// <param name="OverdueSince">The first day on which it was overdue.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("insights.purchase-overdue")]
public sealed record PurchaseOverdue(
    CustomerId CustomerId, InsightRunId RunId, LocalDate AsOf, LocalDate LastPurchaseOn, LocalDate ExpectedOn, LocalDate OverdueSince, Instant OccurredAt) : ICrmEvent;

/// <summary>The probability that a customer has left reached the threshold. Once, until it falls below.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="RunId">The refresh that found it.</param>
/// <param name="AsOf">The last day that was observed.</param>
/// <param name="ChurnProbability">The probability, 0 to 1.</param>
/// <param name="Before">What it was in the figures before; null where there were none.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("insights.churn-risk-raised")]
public sealed record ChurnRiskRaised(CustomerId CustomerId, InsightRunId RunId, LocalDate AsOf, decimal ChurnProbability, decimal? Before, Instant OccurredAt) : ICrmEvent;

/// <summary>A refresh of the figures began to write.</summary>
/// <param name="RunId">The run.</param>
/// <param name="AsOf">The last day that is observed.</param>
/// <param name="Currency">The currency of all amounts.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("insights.refresh-begun")]
public sealed record InsightRefreshBegun(InsightRunId RunId, LocalDate AsOf, Currency Currency, Instant OccurredAt) : ICrmEvent;

/// <summary>A refresh of the figures is complete.</summary>
/// <param name="RunId">The run.</param>
/// <param name="AsOf">The last day that was observed.</param>
/// <param name="Written">Rows that changed.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("insights.refresh-completed")]
public sealed record InsightRefreshCompleted(InsightRunId RunId, LocalDate AsOf, int Written, Instant OccurredAt) : ICrmEvent;
