namespace Crm.Domain.Interactions;

/// <summary>How much an activity matters.</summary>
public enum ActivityPriority
{
    /// <summary>Can wait.</summary>
    Low,

    /// <summary>As most.</summary>
    Normal,

    /// <summary>Before others.</summary>
    High,
}
