namespace Crm.Domain.Service;

/// <summary>What becomes of a message to a case that is closed.</summary>
public enum FollowUpPossible
{
    /// <summary>It goes into the case, which is open again.</summary>
    Yes,

    /// <summary>It opens a new case, linked to the closed one.</summary>
    NewCase,
}
