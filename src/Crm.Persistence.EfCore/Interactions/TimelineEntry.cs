using Crm.Domain.Values;
using NodaTime;

namespace Crm.Persistence.EfCore.Interactions;

/// <summary>One happening as timelines show it. Written with the act, in the same transaction; changed only by erasure.</summary>
public sealed class TimelineEntry
{
    /// <summary>Longest text.</summary>
    public const int MaxTextLength = 200;

    /// <summary>The id.</summary>
    public Guid Id { get; internal init; }

    /// <summary>When it happened.</summary>
    public Instant At { get; internal init; }

    /// <summary>Kind of happening.</summary>
    public required string Kind { get; init; }

    /// <summary>The channel's key, for contacts.</summary>
    public string? Channel { get; internal init; }

    /// <summary>Who began it, for contacts.</summary>
    public Direction? Direction { get; internal init; }

    /// <summary>Id of who did it.</summary>
    public required string ActorId { get; init; }

    /// <summary>Name of who did it.</summary>
    public required string ActorName { get; init; }

    /// <summary>Id of the agent that it is tied to; null where it was none of ours.</summary>
    public string? AgentId { get; internal init; }

    /// <summary>Who may see it.</summary>
    public Audience Audience { get; internal init; }

    /// <summary>Kind of the record to open for more.</summary>
    public string? ReferenceKind { get; internal init; }

    /// <summary>Id of the record to open for more.</summary>
    public Guid? ReferenceId { get; internal init; }

    /// <summary>One line for people.</summary>
    public required string Text { get; set; }
}
