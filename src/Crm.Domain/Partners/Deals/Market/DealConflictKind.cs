namespace Crm.Domain.Partners;

/// <summary>What stands against a registration.</summary>
public enum DealConflictKind
{
    /// <summary>Another registration that is approved.</summary>
    Approved,

    /// <summary>An open opportunity, of the business's own team too.</summary>
    Opportunity,

    /// <summary>Another registration that is not decided.</summary>
    Rival,
}
