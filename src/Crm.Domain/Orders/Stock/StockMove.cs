namespace Crm.Domain.Orders;

/// <summary>What an order does in the stock.</summary>
public enum StockMove
{
    /// <summary>Goods are set aside for it: fewer are available.</summary>
    Reserve,

    /// <summary>Goods that were set aside are available again.</summary>
    Release,

    /// <summary>Goods that were set aside leave the house.</summary>
    Issue,
}
