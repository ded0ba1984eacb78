namespace Crm.Domain.Access;

/// <summary>Which customers and leads an agent sees, with everything about them. Each level includes those before it.</summary>
public enum RecordVisibility
{
    /// <summary>None.</summary>
    Nothing,

    /// <summary>Those that the agent looks after or works on: as specialist, owner of an opportunity or lead, or assignee of a case or activity.</summary>
    Own,

    /// <summary>Those of the agent's teams as well.</summary>
    Team,

    /// <summary>Those with an opportunity or lead in the agent's territories as well.</summary>
    Territory,

    /// <summary>All of the tenant.</summary>
    All,
}
