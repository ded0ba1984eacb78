namespace Crm.Domain.Service;

/// <summary>How far routing goes to find somebody for work, in this order.</summary>
public enum AssignmentReach
{
    /// <summary>Members who are active.</summary>
    Active,

    /// <summary>Then members who are away.</summary>
    Away,

    /// <summary>Then any member with room, offline ones and those without the skills too.</summary>
    Anyone,
}
