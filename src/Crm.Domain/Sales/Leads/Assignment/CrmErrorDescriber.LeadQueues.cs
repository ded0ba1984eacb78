namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such queue.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadQueueNotFound(string key) =>
        Error(nameof(LeadQueueNotFound), "There is no queue of leads {0}.", "queue", key);

    /// <summary>Another queue has the name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadQueueNameTaken(string name) =>
        Error(nameof(LeadQueueNameTaken), "There is a queue of leads {0} already.", "name", name);

    /// <summary>The queue has as many members as it can have.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="most">How many.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadQueueFull(string name, int most) =>
        Error(nameof(LeadQueueFull), "Queue {0} has {1} members already.", "queue", name, most);

    /// <summary>Nobody by that id gets leads of the queue.</summary>
    /// <param name="user">Who.</param>
    /// <param name="queue">The queue.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadQueueMemberNotFound(string user, string queue) =>
        Error(nameof(LeadQueueMemberNotFound), "{0} is no member of queue {1}.", "user", user, queue);

    /// <summary>Every member got as many leads as it can take in the period.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadQueueWithoutRoom(string name) =>
        Error(nameof(LeadQueueWithoutRoom), "Nobody in queue {0} has room in this period.", "queue", name);

    /// <summary>The criteria of no queue hold for the lead.</summary>
    /// <param name="name">What people call it.</param>
    /// <returns>The error.</returns>
    public virtual CrmError NoLeadQueueFits(string name) =>
        Error(nameof(NoLeadQueueFits), "No queue takes lead {0} by its criteria.", "lead", name);
}
