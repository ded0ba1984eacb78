using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Which open deadlines to list; every condition that is set must hold. Deadlines whose clock stands still are never listed.</summary>
public sealed record DeadlineCriteria
{
    /// <summary>Only what is due until this instant; inclusive.</summary>
    /// <value>Null by default: without end.</value>
    public Instant? Until { get; init; }

    /// <summary>Whether what is overdue is left out.</summary>
    /// <value>False by default: it comes first.</value>
    public bool OnlyToCome { get; init; }

    /// <summary>Only promises of a kind.</summary>
    /// <value>Null by default: of any.</value>
    public SlaTarget? Target { get; init; }

    /// <summary>Only cases that wait or are handled in a queue.</summary>
    /// <value>Null by default: in any or none.</value>
    public WorkQueueId? QueueId { get; init; }

    /// <summary>Only cases that an agent works on.</summary>
    /// <value>Null by default: any agent or none.</value>
    public string? AssigneeId { get; init; }

    /// <summary>Only cases of a customer, or on behalf of an organisation.</summary>
    /// <value>Null by default: of any.</value>
    public CustomerId? CustomerId { get; init; }
}
