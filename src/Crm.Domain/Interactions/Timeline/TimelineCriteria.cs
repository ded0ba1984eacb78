using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Which rows of a timeline to list; every condition that is set must hold. Each is answered by the index that pages are read from.</summary>
public sealed record TimelineCriteria
{
    /// <summary>Every row.</summary>
    public static TimelineCriteria All { get; } = new();

    /// <summary>Kinds of happening.</summary>
    /// <value>Empty by default: every kind.</value>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Channels of contacts.</summary>
    /// <value>Empty by default: every channel, and what is no contact.</value>
    public IReadOnlyList<ChannelKey> Channels { get; init; } = [];

    /// <summary>Which way contacts went.</summary>
    /// <value>Null by default: every way, and what is no contact.</value>
    public Direction? Direction { get; init; }

    /// <summary>Id of the agent that a contact is tied to, or who did something else.</summary>
    public string? AgentId { get; init; }

    /// <summary>Who may see it.</summary>
    /// <value>Empty by default: everything that the reader may see.</value>
    public IReadOnlyList<Audience> Audiences { get; init; } = [];

    /// <summary>Happened at this instant or later.</summary>
    public Instant? From { get; init; }

    /// <summary>Happened before this instant.</summary>
    public Instant? Until { get; init; }

    /// <summary>
    /// Whether the timeline of an organisation shows what happened around its present people too, each happening once. What people said on
    /// the organisation's behalf is there in any case, and stays when they leave. For staff.
    /// </summary>
    /// <value>False by default.</value>
    public bool IncludePeople { get; init; }
}
