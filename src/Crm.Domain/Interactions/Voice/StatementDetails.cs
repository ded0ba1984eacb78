using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Something a customer needs, prefers or spoke about, that is to be noted.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Topic">What it is about, one line of at most 64 characters, such as <c>delivery</c>; compared without regard to case.</param>
/// <param name="Text">What the customer needs, prefers or said, at most 1,000 characters.</param>
public sealed record StatementDetails(CustomerId CustomerId, StatementKind Kind, string Topic, string Text)
{
    /// <summary>The contact in which it came up.</summary>
    public InteractionId? InteractionId { get; init; }

    /// <summary>The organisation on whose behalf the customer spoke.</summary>
    /// <value>Null by default: that of the contact.</value>
    public CustomerId? OrganisationId { get; init; }

    /// <summary>The product it is about.</summary>
    public string? Sku { get; init; }

    /// <summary>Whether the customer said so, or it was concluded.</summary>
    /// <value><see cref="StatementOrigin.Stated"/> by default.</value>
    public StatementOrigin Origin { get; init; }

    /// <summary>How sure it is, from 0 to 1, with at most four decimals.</summary>
    /// <value>Null by default: not said.</value>
    public decimal? Confidence { get; init; }

    /// <summary>When the customer said so.</summary>
    /// <value>Null by default: when the contact began, else now. Not in the future.</value>
    public Instant? At { get; init; }
}
