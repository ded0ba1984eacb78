namespace Crm.Domain.Sales;

/// <summary>Where a quote stands.</summary>
public enum QuoteStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Beyond what its writer may promise: somebody else decides.</summary>
    AwaitingApproval,

    /// <summary>May go out.</summary>
    Approved,

    /// <summary>With the customer.</summary>
    Sent,

    /// <summary>The customer accepted it, and the order is placed.</summary>
    Accepted,

    /// <summary>The customer declined it.</summary>
    Declined,

    /// <summary>Taken back.</summary>
    Withdrawn,

    /// <summary>Sent, and its last day is over. Never stored: the clock decides.</summary>
    Expired,
}
