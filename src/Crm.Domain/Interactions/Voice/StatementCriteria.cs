using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Which statements to list; every condition that is set must hold.</summary>
public sealed record StatementCriteria
{
    /// <summary>Requirements that are not met.</summary>
    public static StatementCriteria OpenRequirements { get; } = new() { Kinds = [StatementKind.Requirement], Statuses = [StatementStatus.Open] };

    /// <summary>The customer, or the organisation on whose behalf one spoke.</summary>
    /// <value>Null by default: of every customer.</value>
    public CustomerId? CustomerId { get; init; }

    /// <summary>The contact in which they came up.</summary>
    public InteractionId? InteractionId { get; init; }

    /// <summary>What they are.</summary>
    /// <value>Empty by default: every kind.</value>
    public IReadOnlyList<StatementKind> Kinds { get; init; } = [];

    /// <summary>What became of them.</summary>
    /// <value>Empty by default: every status.</value>
    public IReadOnlyList<StatementStatus> Statuses { get; init; } = [];

    /// <summary>What they are about, as a whole, without regard to case.</summary>
    public string? Topic { get; init; }

    /// <summary>The product they are about.</summary>
    public string? Sku { get; init; }

    /// <summary>
    /// Words that topic, text or product have: each is found by its beginning, without regard to case and accents. Where personal data
    /// is encrypted, whole words are found only.
    /// </summary>
    public string? Mentioning { get; init; }

    /// <summary>Whether the customer said so, or it was concluded.</summary>
    /// <value>Null by default: either.</value>
    public StatementOrigin? Origin { get; init; }

    /// <summary>Said at this instant or later.</summary>
    public Instant? From { get; init; }

    /// <summary>Said before this instant.</summary>
    public Instant? Until { get; init; }
}
