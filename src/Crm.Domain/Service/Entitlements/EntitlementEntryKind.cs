namespace Crm.Domain.Service;

/// <summary>What an entry of an entitlement's account is.</summary>
public enum EntitlementEntryKind
{
    /// <summary>What it was granted with.</summary>
    Granted,

    /// <summary>More of it.</summary>
    ToppedUp,

    /// <summary>A case, or hours of work on one.</summary>
    Used,

    /// <summary>A use that did not count in the end.</summary>
    GivenBack,
}
