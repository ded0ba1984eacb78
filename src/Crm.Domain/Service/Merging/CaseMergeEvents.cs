using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A case was merged into another; what is written to it reaches the other.</summary>
/// <param name="CaseId">The case that ended.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asked.</param>
/// <param name="OrganisationId">The organisation on whose behalf.</param>
/// <param name="TargetId">The case that goes on.</param>
/// <param name="TargetNumber">Its number.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-merged")]
public sealed record CaseMergedInto(
    ServiceCaseId CaseId, CaseNumber Number, CustomerId CustomerId, CustomerId? OrganisationId, ServiceCaseId TargetId, CaseNumber TargetNumber, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => CaseTimeline.Note("case-merged", $"{Number} → {TargetNumber}", Audience.Customer, CaseId, CustomerId, OrganisationId);
}

/// <summary>A case took over another one, which ended.</summary>
/// <param name="CaseId">The case that goes on.</param>
/// <param name="Number">Its number.</param>
/// <param name="SourceId">The case that ended.</param>
/// <param name="SourceNumber">Its number.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-took-over")]
public sealed record CaseTookOver(ServiceCaseId CaseId, CaseNumber Number, ServiceCaseId SourceId, CaseNumber SourceNumber, Instant OccurredAt) : ITimelineEvent
{
    /// <summary>Whether the case that ended still owed its customer an answer, which this one owes since.</summary>
    public bool OwesAnswer { get; init; }

    /// <inheritdoc />
    public TimelineNote ToTimeline() => new("case-took-over", $"{SourceNumber} → {Number}", Audience.Customer, [CaseId.ToSubject()]) { Reference = SourceId.ToSubject() };
}
