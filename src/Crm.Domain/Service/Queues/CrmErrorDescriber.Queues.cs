namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such queue.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WorkQueueNotFound(string key) => Error(nameof(WorkQueueNotFound), "There is no queue {0}.", "queue", key);

    /// <summary>Another queue has the name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WorkQueueNameTaken(string name) => Error(nameof(WorkQueueNameTaken), "There is a queue {0} already.", "name", name);

    /// <summary>The queue is open.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WorkQueueOpen(string name) => Error(nameof(WorkQueueOpen), "Queue {0} is open already.", "queue", name);

    /// <summary>The queue is closed.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WorkQueueClosed(string name) => Error(nameof(WorkQueueClosed), "Queue {0} is closed.", "queue", name);

    /// <summary>No such strategy is registered.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="known">Those that are.</param>
    /// <returns>The error.</returns>
    public virtual CrmError AssignmentStrategyUnknown(string strategy, string known) =>
        Error(nameof(AssignmentStrategyUnknown), "No assignment strategy {0} is registered; there is {1}.", "strategy", strategy, known);

    /// <summary>The agent is a member of the queue.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="queue">The queue.</param>
    /// <returns>The error.</returns>
    public virtual CrmError QueueMemberAlreadyPresent(string agent, string queue) =>
        Error(nameof(QueueMemberAlreadyPresent), "{0} is a member of queue {1} already.", "agent", agent, queue);

    /// <summary>The agent is no member of the queue.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="queue">The queue.</param>
    /// <returns>The error.</returns>
    public virtual CrmError QueueMemberNotFound(string agent, string queue) => Error(nameof(QueueMemberNotFound), "{0} is not a member of queue {1}.", "agent", agent, queue);

    /// <summary>The queue has as many members as it can have.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="most">How many.</param>
    /// <returns>The error.</returns>
    public virtual CrmError QueueFull(string queue, int most) => Error(nameof(QueueFull), "Queue {0} has {1} members already.", "queue", queue, most);

    /// <summary>Nobody by that id is an agent.</summary>
    /// <param name="agent">The id.</param>
    /// <returns>The error.</returns>
    public virtual CrmError QueueAgentNotFound(string agent) => Error(nameof(QueueAgentNotFound), "There is no agent {0}.", "agent", agent);

    /// <summary>Somebody by that id is an agent already.</summary>
    /// <param name="agent">The id.</param>
    /// <returns>The error.</returns>
    public virtual CrmError QueueAgentAlreadyPresent(string agent) => Error(nameof(QueueAgentAlreadyPresent), "{0} is an agent already.", "agent", agent);

    /// <summary>The agent is that already.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="availability">Name of the availability.</param>
    /// <returns>The error.</returns>
    public virtual CrmError AgentAvailabilityUnchanged(string agent, string availability) =>
        Error(nameof(AgentAvailabilityUnchanged), "{0} is this already: {1}.", "availability", agent, availability);

    /// <summary>The agent is not there to take work.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="availability">Name of the availability.</param>
    /// <returns>The error.</returns>
    public virtual CrmError AgentNotAvailable(string agent, string availability) =>
        Error(nameof(AgentNotAvailable), "{0} takes no work now: {1}.", "agent", agent, availability);

    /// <summary>The agent lacks skills that the work needs.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="skills">The skills with their levels.</param>
    /// <returns>The error.</returns>
    public virtual CrmError AgentNotQualified(string agent, string skills) =>
        Error(nameof(AgentNotQualified), "{0} does not have the skills that this work needs: {1}.", "agent", agent, skills);

    /// <summary>The agent has no room for more work.</summary>
    /// <param name="agent">The agent.</param>
    /// <returns>The error.</returns>
    public virtual CrmError AgentHasNoRoom(string agent) => Error(nameof(AgentHasNoRoom), "{0} has no room for more work.", "agent", agent);

    /// <summary>There is no such work item.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WorkItemNotFound(string key) => Error(nameof(WorkItemNotFound), "There is no work item {0}.", "item", key);

    /// <summary>The work has ended.</summary>
    /// <param name="key">The work item.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WorkItemEnded(string key) => Error(nameof(WorkItemEnded), "Work item {0} has ended.", "item", key);

    /// <summary>The work's state does not allow this.</summary>
    /// <param name="key">The work item.</param>
    /// <param name="from">Name of its state.</param>
    /// <param name="to">Name of what was wanted.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WorkItemTransitionNotAllowed(string key, string from, string to) =>
        Error(nameof(WorkItemTransitionNotAllowed), "Work item {0} cannot go from {1} to {2}.", "item", key, from, to);

    /// <summary>Another agent has the work.</summary>
    /// <param name="key">The work item.</param>
    /// <param name="agent">The agent.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WorkItemHeldByAnother(string key, string agent) => Error(nameof(WorkItemHeldByAnother), "Work item {0} is with {1}.", "item", key, agent);

    /// <summary>The reservation has run out.</summary>
    /// <param name="key">The work item.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WorkItemOfferExpired(string key) => Error(nameof(WorkItemOfferExpired), "The reservation of work item {0} has run out.", "item", key);

    /// <summary>The case or contact is in a queue already.</summary>
    /// <param name="subject">The case or contact.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WorkAlreadyQueued(string subject) => Error(nameof(WorkAlreadyQueued), "{0} is in a queue already.", "item", subject);

    /// <summary>The work is in this queue.</summary>
    /// <param name="key">The work item.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WorkItemInQueueAlready(string key) => Error(nameof(WorkItemInQueueAlready), "Work item {0} is in this queue already.", "queue", key);

    /// <summary>No queue takes the case by its criteria.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError NoQueueForCase(string number) => Error(nameof(NoQueueForCase), "No queue takes case {0} by its criteria.", "queue", number);
}
