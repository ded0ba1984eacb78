using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Something that a customer needs, prefers or spoke about was noted; what was said stays with the statement.</summary>
/// <param name="StatementId">The statement.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="InteractionId">The contact in which it came up.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Sku">The product it is about.</param>
/// <param name="OccurredAt">When it was noted.</param>
[CrmEvent("interactions.statement-noted")]
public sealed record StatementNoted(
    StatementId StatementId, CustomerId CustomerId, InteractionId? InteractionId, StatementKind Kind, string Topic, string? Sku, Instant OccurredAt) : ICrmEvent;

/// <summary>A requirement was met, a preference confirmed, or a statement dropped or opened again.</summary>
/// <param name="StatementId">The statement.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="OrganisationId">The organisation on whose behalf the customer spoke.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.statement-moved")]
public sealed record StatementMoved(
    StatementId StatementId, CustomerId CustomerId, CustomerId? OrganisationId, StatementKind Kind, StatementStatus Status, string Topic, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => new(
        $"{Kind}-{(Status == StatementStatus.Open ? "reopened" : Status.ToString())}".ToLowerInvariant(),
        Topic,
        Audience.Internal,
        OrganisationId is { } organisation ? [CustomerId.ToSubject(), organisation.ToSubject()] : [CustomerId.ToSubject()]);
}
