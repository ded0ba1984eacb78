namespace Crm.Domain.Orders;

/// <summary>Where a subscription stands.</summary>
public enum SubscriptionStatus
{
    /// <summary>It renews, or ends with the current period where that was asked for.</summary>
    Active,

    /// <summary>It does not renew for the time being.</summary>
    Paused,

    /// <summary>It was cancelled and does not renew any more.</summary>
    Cancelled,

    /// <summary>It ran for as many periods as were agreed.</summary>
    Expired,
}
