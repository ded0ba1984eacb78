namespace Crm.Domain.Privacy;

/// <summary>What one entry of the consent ledger says.</summary>
public enum ConsentStatus
{
    /// <summary>The person agreed, or another lawful basis was established.</summary>
    Granted,

    /// <summary>The person was asked to confirm and has not answered.</summary>
    Pending,

    /// <summary>The person took consent back, or objected.</summary>
    Withdrawn,
}
