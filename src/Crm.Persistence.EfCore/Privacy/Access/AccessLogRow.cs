using Crm.Domain.Access;
using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Persistence.EfCore.Privacy;

/// <summary>Somebody read a customer.</summary>
public sealed class AccessLogRow
{
    /// <summary>The id; ordered by time within a process.</summary>
    public Guid Id { get; internal init; }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; internal init; }

    /// <summary>When.</summary>
    public Instant At { get; internal init; }

    /// <summary>What kind of principal read.</summary>
    public ActorKind ActorKind { get; internal init; }

    /// <summary>Id of who read.</summary>
    public required string ActorId { get; init; }

    /// <summary>Name of who read.</summary>
    public required string ActorName { get; init; }

    /// <summary>What was read.</summary>
    public required string Act { get; init; }
}
