using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>A restriction or legal hold was placed on a customer's data.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Kind">What it demands.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("privacy.measure-placed")]
public sealed record PrivacyMeasurePlaced(PrivacyMeasureId MeasureId, CustomerId CustomerId, PrivacyMeasureKind Kind, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => new(
        Kind == PrivacyMeasureKind.LegalHold ? "legal-hold-placed" : "restriction-placed",
        Kind == PrivacyMeasureKind.LegalHold ? "Legal hold" : "Restriction of processing",
        Audience.Internal,
        [CustomerId.ToSubject()]);
}

/// <summary>A restriction or legal hold was lifted.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Kind">What it demanded.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("privacy.measure-lifted")]
public sealed record PrivacyMeasureLifted(PrivacyMeasureId MeasureId, CustomerId CustomerId, PrivacyMeasureKind Kind, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => new(
        Kind == PrivacyMeasureKind.LegalHold ? "legal-hold-lifted" : "restriction-lifted",
        Kind == PrivacyMeasureKind.LegalHold ? "Legal hold lifted" : "Restriction of processing lifted",
        Audience.Internal,
        [CustomerId.ToSubject()]);
}
