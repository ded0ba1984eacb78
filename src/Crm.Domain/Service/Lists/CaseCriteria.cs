using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Which cases to list; every condition that is set must hold.</summary>
public sealed record CaseCriteria
{
    /// <summary>Cases of a customer, or on behalf of an organisation.</summary>
    /// <value>Null by default: of any.</value>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Cases in these statuses.</summary>
    /// <value>Empty by default: in any.</value>
    public IReadOnlyList<CaseStatus> Statuses { get; init; } = [];

    /// <summary>Cases whose status is of these categories.</summary>
    /// <value>Empty by default: of any.</value>
    public IReadOnlyList<CaseCategory> Categories { get; init; } = [];

    /// <summary>Cases of these priorities.</summary>
    /// <value>Empty by default: of any.</value>
    public IReadOnlyList<CasePriority> Priorities { get; init; } = [];

    /// <summary>Cases of these types.</summary>
    /// <value>Empty by default: of any, or none.</value>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Cases that an agent works on.</summary>
    /// <value>Null by default: any agent or none.</value>
    public string? AssigneeId { get; init; }

    /// <summary>Cases that nobody works on.</summary>
    /// <value>False by default: whoever works on them.</value>
    public bool IsUnassigned { get; init; }

    /// <summary>Cases whose work is in a queue: waiting, offered or being handled.</summary>
    /// <value>Null by default: in any or none.</value>
    public WorkQueueId? QueueId { get; init; }

    /// <summary>Parts of a case.</summary>
    /// <value>Null by default: with any parent or none.</value>
    public ServiceCaseId? ParentId { get; init; }

    /// <summary>Cases opened at this instant or later.</summary>
    /// <value>Null by default: whenever.</value>
    public Instant? OpenedFrom { get; init; }

    /// <summary>Cases opened before this instant.</summary>
    /// <value>Null by default: whenever.</value>
    public Instant? OpenedBefore { get; init; }

    /// <summary>Cases that last changed at this instant or later.</summary>
    /// <value>Null by default: whenever.</value>
    public Instant? UpdatedFrom { get; init; }

    /// <summary>Cases that last changed before this instant.</summary>
    /// <value>Null by default: whenever.</value>
    public Instant? UpdatedBefore { get; init; }

    /// <summary>Cases that still need work: open or paused.</summary>
    public static CaseCriteria Unresolved { get; } = new() { Categories = [CaseCategory.Open, CaseCategory.Paused] };

    /// <summary>What an agent has to do: the cases of that agent that still need work.</summary>
    /// <param name="agentId">The agent.</param>
    /// <returns>The criteria.</returns>
    public static CaseCriteria MyQueue(string agentId) => Unresolved with { AssigneeId = agentId ?? throw new ArgumentNullException(nameof(agentId)) };

    /// <summary>What a team has to do: the cases that still need work and whose work is in the team's queue.</summary>
    /// <param name="queueId">The team's queue.</param>
    /// <returns>The criteria.</returns>
    public static CaseCriteria TeamQueue(WorkQueueId queueId) => Unresolved with { QueueId = queueId };

    /// <summary>What nobody has taken on: the cases without an agent that still need work.</summary>
    public static CaseCriteria Untaken { get; } = Unresolved with { IsUnassigned = true };
}
