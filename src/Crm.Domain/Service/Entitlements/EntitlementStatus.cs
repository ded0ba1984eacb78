namespace Crm.Domain.Service;

/// <summary>Whether an entitlement can be drawn on, apart from its period and what is left of it.</summary>
public enum EntitlementStatus
{
    /// <summary>It can.</summary>
    Active,

    /// <summary>Not for the time being.</summary>
    Suspended,

    /// <summary>Never again.</summary>
    Revoked,
}
