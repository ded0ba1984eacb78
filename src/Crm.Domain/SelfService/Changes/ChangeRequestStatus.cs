namespace Crm.Domain.SelfService;

/// <summary>Where a change stands that a customer asked for.</summary>
public enum ChangeRequestStatus
{
    /// <summary>It waits for the code that went to the old address.</summary>
    AwaitingCode,

    /// <summary>It waits for staff.</summary>
    AwaitingApproval,

    /// <summary>It was made.</summary>
    Applied,

    /// <summary>It was refused.</summary>
    Rejected,

    /// <summary>The customer took it back.</summary>
    Withdrawn,

    /// <summary>Its time is over.</summary>
    Expired,
}
