namespace Crm.Domain.Service;

/// <summary>What is done at a level of escalation.</summary>
public enum EscalationActionKind
{
    /// <summary>Somebody is told: a user id, a team, or whatever the host makes of the value; the assignee when there is none.</summary>
    Notify,

    /// <summary>The case goes to another agent by user id, or back into its queue when no value is given.</summary>
    Reassign,

    /// <summary>The case becomes more urgent: to the named priority, or by one step when none is given; never less.</summary>
    RaisePriority,

    /// <summary>Something of the host's own, by the key in the value.</summary>
    Host,
}
