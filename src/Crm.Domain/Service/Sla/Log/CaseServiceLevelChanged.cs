using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A case is promised something else than before, or nothing any more.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="Before">The service level before; null for none.</param>
/// <param name="After">The service level since; null for none.</param>
/// <param name="Reason">Why.</param>
/// <param name="Moves">What it did to the open promises.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-service-level-changed")]
public sealed record CaseServiceLevelChanged(
    ServiceCaseId CaseId,
    CaseNumber Number,
    CustomerId CustomerId,
    ServiceLevelKey? Before,
    ServiceLevelKey? After,
    ServiceLevelReason Reason,
    IReadOnlyList<DeadlineMove> Moves,
    Instant OccurredAt) : ICrmEvent;
