using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Which activities to list; every condition that is set must hold.</summary>
public sealed record ActivityCriteria
{
    /// <summary>Every activity.</summary>
    public static ActivityCriteria All { get; } = new();

    /// <summary>Activities of an agent.</summary>
    /// <value>Null by default: of any.</value>
    public string? AssigneeId { get; init; }

    /// <summary>Activities of a team.</summary>
    /// <value>Null by default: of any.</value>
    public string? TeamId { get; init; }

    /// <summary>Activities about a customer.</summary>
    /// <value>Null by default: about any.</value>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Activities about a record.</summary>
    /// <value>Null by default: about any.</value>
    public SubjectReference? About { get; init; }

    /// <summary>Activities of these kinds.</summary>
    /// <value>Empty by default: of any.</value>
    public IReadOnlyList<ActivityKind> Kinds { get; init; } = [];

    /// <summary>Activities in these statuses.</summary>
    /// <value>Empty by default: in any.</value>
    public IReadOnlyList<ActivityStatus> Statuses { get; init; } = [];

    /// <summary>Activities that begin at or after a moment.</summary>
    public Instant? From { get; init; }

    /// <summary>Activities that begin before a moment.</summary>
    public Instant? Until { get; init; }
}
