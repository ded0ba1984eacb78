using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>Where a customer went that was merged into another. Always points at a living customer: later merges move it on.</summary>
public sealed class CustomerTombstone
{
    /// <summary>The customer that is no more.</summary>
    public CustomerId AbsorbedId { get; internal init; }

    /// <summary>The living customer at the end of the chain.</summary>
    public CustomerId SurvivorId { get; internal set; }

    /// <summary>The merge.</summary>
    public MergeId MergeId { get; internal init; }

    /// <summary>When it was merged.</summary>
    public Instant MergedAt { get; internal init; }
}
