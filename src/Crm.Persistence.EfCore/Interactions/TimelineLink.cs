using Crm.Domain.Values;
using NodaTime;

namespace Crm.Persistence.EfCore.Interactions;

/// <summary>Puts a <see cref="TimelineEntry"/> under one record. Its index holds all that a page needs to seek and filter.</summary>
public sealed class TimelineLink
{
    /// <summary>The record's id, unique across kinds.</summary>
    public Guid SubjectId { get; internal init; }

    /// <summary>Kind of record.</summary>
    public required string SubjectKind { get; init; }

    /// <summary>When it happened.</summary>
    public Instant At { get; internal init; }

    /// <summary>The entry.</summary>
    public Guid EntryId { get; internal init; }

    /// <summary>Kind of happening.</summary>
    public required string Kind { get; init; }

    /// <summary>Who may see it.</summary>
    public Audience Audience { get; internal init; }

    /// <summary>The channel's key, for contacts.</summary>
    public string? Channel { get; internal init; }

    /// <summary>Who began it, for contacts.</summary>
    public Direction? Direction { get; internal init; }

    /// <summary>Id of the agent that it is tied to.</summary>
    public string? AgentId { get; internal init; }
}
