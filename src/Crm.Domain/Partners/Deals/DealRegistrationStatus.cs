namespace Crm.Domain.Partners;

/// <summary>Where the registration of a deal stands.</summary>
public enum DealRegistrationStatus
{
    /// <summary>The partner writes it.</summary>
    Draft,

    /// <summary>It waits for the staff.</summary>
    Submitted,

    /// <summary>A member of staff looks at it.</summary>
    UnderReview,

    /// <summary>The partner is to complete it.</summary>
    Returned,

    /// <summary>Its approvers decide, one after the other.</summary>
    PendingApproval,

    /// <summary>The deal is the partner's alone until the period is over.</summary>
    Approved,

    /// <summary>It was refused.</summary>
    Rejected,

    /// <summary>The deal was registered before.</summary>
    Duplicate,

    /// <summary>The partner took it back.</summary>
    Withdrawn,

    /// <summary>Its period is over; the deal is back on the market.</summary>
    Expired,

    /// <summary>It became an opportunity.</summary>
    Converted,
}
