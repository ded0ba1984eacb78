namespace Crm.Domain.Orders;

/// <summary>Why a purchase fact exists.</summary>
public enum PurchaseKind
{
    /// <summary>Goods or services were bought: quantity and amount are positive.</summary>
    Sale,

    /// <summary>Goods came back: quantity and amount are negative.</summary>
    Return,

    /// <summary>The order was cancelled: quantity and amount are negative.</summary>
    Cancellation,
}
