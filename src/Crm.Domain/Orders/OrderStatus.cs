namespace Crm.Domain.Orders;

/// <summary>Where an order stands.</summary>
public enum OrderStatus
{
    /// <summary>Placed and not yet delivered.</summary>
    Placed,

    /// <summary>Delivered.</summary>
    Completed,

    /// <summary>Cancelled; its facts net out.</summary>
    Cancelled,
}
