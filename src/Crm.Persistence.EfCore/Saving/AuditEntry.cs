using Crm.Domain.Access;
using Crm.Domain.Auditing;
using NodaTime;

namespace Crm.Persistence.EfCore.Saving;

/// <summary>What one save changed of one aggregate: who, when, why, and every field's old and new value.</summary>
public sealed class AuditEntry
{
    /// <summary>Longer values are cut at this length in <see cref="Changes"/>, with an ellipsis.</summary>
    public const int MaxValueLength = RecordState.MaxValueLength;

    /// <summary>The id; ordered by time within a process.</summary>
    public Guid Id { get; internal init; }

    /// <summary>When it was saved.</summary>
    public Instant At { get; internal init; }

    /// <summary>What kind of principal acted.</summary>
    public ActorKind ActorKind { get; internal init; }

    /// <summary>Id of who acted.</summary>
    public required string ActorId { get; init; }

    /// <summary>Name of who acted.</summary>
    public required string ActorName { get; init; }

    /// <summary>Joins what belongs together across systems.</summary>
    public string? CorrelationId { get; internal init; }

    /// <summary>Why, in the actor's words.</summary>
    public string? Reason { get; internal init; }

    /// <summary>The aggregate's type, such as <c>ServiceCase</c>.</summary>
    public required string AggregateType { get; init; }

    /// <summary>The aggregate.</summary>
    public Guid AggregateId { get; internal init; }

    /// <summary>Its version after the save.</summary>
    public long AggregateVersion { get; internal init; }

    /// <summary>Names of the events that the acts raised, separated by blanks.</summary>
    public required string Acts { get; init; }

    /// <summary>JSON object: field to <c>[old, new]</c>, or to the new value alone where there was none; fields of parts stand in an object named <c>Part:key</c>, dots and percent signs of the key written as <c>%2E</c> and <c>%25</c>.</summary>
    public required string Changes { get; set; }
}
