using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>The record of one merge.</summary>
public sealed class CustomerMerge
{
    /// <summary>The merge.</summary>
    public MergeId Id { get; internal init; }

    /// <summary>Who stayed.</summary>
    public CustomerId SurvivorId { get; internal init; }

    /// <summary>Who went into the survivor.</summary>
    public CustomerId AbsorbedId { get; internal init; }

    /// <summary>When.</summary>
    public Instant MergedAt { get; internal init; }

    /// <summary>Id of who did it.</summary>
    public required string ActorId { get; init; }

    /// <summary>Name of who did it.</summary>
    public required string ActorName { get; init; }

    /// <summary>JSON object: field to the side whose value survived and the rule that decided; no values.</summary>
    public required string Decisions { get; init; }

    /// <summary>When it was undone; null while it holds.</summary>
    public Instant? UndoneAt { get; internal set; }
}
