namespace Crm.Domain.Service;

/// <summary>When a case counts.</summary>
public enum EntitlementDecrease
{
    /// <summary>When it is opened.</summary>
    Creation,

    /// <summary>When it is resolved or closed for the first time.</summary>
    Resolution,
}
