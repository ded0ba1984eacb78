namespace Crm.Domain.Interactions;

/// <summary>What somebody answered to an invitation.</summary>
public enum Acceptance
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>Perhaps.</summary>
    Tentative,

    /// <summary>Comes.</summary>
    Accepted,

    /// <summary>Does not come.</summary>
    Declined,
}
