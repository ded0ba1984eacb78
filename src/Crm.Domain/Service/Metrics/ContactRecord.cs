using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>One contact as figures see it.</summary>
/// <param name="Kind">What kind of work it is.</param>
/// <param name="State">Where it stands.</param>
/// <param name="EnqueuedAt">Since when it waited.</param>
public sealed record ContactRecord(WorkItemKind Kind, WorkItemState State, Instant EnqueuedAt)
{
    /// <summary>When an agent first accepted it; null where none has.</summary>
    public Instant? AcceptedAt { get; init; }

    /// <summary>When it ended; null while it has not.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>How long it waited for the first agent, or until the customer left; null while it waits.</summary>
    public Duration? Wait { get; init; }

    /// <summary>What all agents spent on it.</summary>
    /// <value>Nothing by default.</value>
    public HandlingTime Handling { get; init; } = new(Duration.Zero);

    /// <summary>How often it went to another queue.</summary>
    public int Transfers { get; init; }

    /// <summary>The customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>What it was about.</summary>
    public string? Topic { get; init; }

    /// <summary>Until when another contact of the customer on the topic is a repeat; null where nobody can tell.</summary>
    public Instant? RepeatUntil { get; init; }
}
