namespace Crm.Domain.Orders;

/// <summary>Where an order stands.</summary>
public enum OrderStatus
{
    /// <summary>Placed, and nothing of it delivered.</summary>
    Placed,

    /// <summary>Something was delivered, and something is still to be.</summary>
    PartlyDelivered,

    /// <summary>Something was delivered, and nothing more is to be.</summary>
    Completed,

    /// <summary>Cancelled before anything was delivered; its facts net out.</summary>
    Cancelled,
}
