namespace Crm.Domain.Service;

/// <summary>What happens to new cases when nothing is left.</summary>
public enum EntitlementExhaustion
{
    /// <summary>They are refused.</summary>
    Refuse,

    /// <summary>They are let through, and the excess is counted.</summary>
    LetThrough,
}
