using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A customer was granted an entitlement.</summary>
/// <param name="EntitlementId">The entitlement.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Total">How much of it.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="RenewalOfId">The entitlement that it follows.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.entitlement-granted")]
public sealed record EntitlementGranted(
    EntitlementId EntitlementId, CustomerId CustomerId, EntitlementUnit Unit, decimal Total, LocalDate From, LocalDate Until, EntitlementId? RenewalOfId, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => new("entitlement-granted", FormattableString.Invariant($"{Total:0.####} {Unit} {From:uuuu-MM-dd} – {Until:uuuu-MM-dd}"), Audience.Customer, [CustomerId.ToSubject()]);
}

/// <summary>An entitlement was used by a case, or given back what a case had used.</summary>
/// <param name="EntitlementId">The entitlement.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">Used or given back.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Amount">How much of it; more than zero.</param>
/// <param name="Remaining">What is left; negative when more was used than granted.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.entitlement-used")]
public sealed record EntitlementUsed(
    EntitlementId EntitlementId, CustomerId CustomerId, ServiceCaseId CaseId, EntitlementEntryKind Kind, EntitlementUnit Unit, decimal Amount, decimal Remaining, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => new(
        Kind == EntitlementEntryKind.Used ? "entitlement-used" : "entitlement-given-back",
        FormattableString.Invariant($"{Amount:0.####} {Unit}, {Remaining:0.####} left"),
        Audience.Customer,
        [CustomerId.ToSubject(), CaseId.ToSubject()])
    {
        Reference = CaseId.ToSubject(),
    };
}

/// <summary>More was added to an entitlement.</summary>
/// <param name="EntitlementId">The entitlement.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Amount">How much more.</param>
/// <param name="Remaining">What is left.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.entitlement-topped-up")]
public sealed record EntitlementToppedUp(EntitlementId EntitlementId, CustomerId CustomerId, decimal Amount, decimal Remaining, Instant OccurredAt) : ICrmEvent;

/// <summary>An entitlement's last day was moved.</summary>
/// <param name="EntitlementId">The entitlement.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Before">The last day before.</param>
/// <param name="Until">The last day since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.entitlement-extended")]
public sealed record EntitlementExtended(EntitlementId EntitlementId, CustomerId CustomerId, LocalDate Before, LocalDate Until, Instant OccurredAt) : ICrmEvent;

/// <summary>An entitlement was suspended, resumed or revoked.</summary>
/// <param name="EntitlementId">The entitlement.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Status">What it is since.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.entitlement-status-changed")]
public sealed record EntitlementStatusChanged(EntitlementId EntitlementId, CustomerId CustomerId, EntitlementStatus Status, string? Reason, Instant OccurredAt) : ICrmEvent;

/// <summary>An entitlement was named for a case that had none.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="EntitlementId">The entitlement.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-covered")]
public sealed record CaseCovered(ServiceCaseId CaseId, CaseNumber Number, CustomerId CustomerId, EntitlementId EntitlementId, Instant OccurredAt) : ICrmEvent;
