using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>A statement as lists show it.</summary>
/// <param name="Id">The statement.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="OrganisationId">The organisation on whose behalf the customer spoke.</param>
/// <param name="InteractionId">The contact in which it came up.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Text">What the customer needs, prefers or said.</param>
/// <param name="Sku">The product it is about.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Origin">Whether the customer said so, or it was concluded.</param>
/// <param name="Confidence">How sure it is, from 0 to 1.</param>
/// <param name="At">When the customer said so.</param>
/// <param name="NotedBy">Name of who noted it.</param>
/// <param name="NotedAt">When it was noted.</param>
public sealed record StatementRecord(
    StatementId Id,
    CustomerId CustomerId,
    CustomerId? OrganisationId,
    InteractionId? InteractionId,
    StatementKind Kind,
    string Topic,
    string Text,
    string? Sku,
    StatementStatus Status,
    StatementOrigin Origin,
    decimal? Confidence,
    Instant At,
    string NotedBy,
    Instant NotedAt);
