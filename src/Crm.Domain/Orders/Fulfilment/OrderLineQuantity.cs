namespace Crm.Domain.Orders;

/// <summary>How much of one line of an order is delivered or cancelled.</summary>
/// <param name="LineNumber">The line.</param>
/// <param name="Quantity">How much; above zero, at most four decimals.</param>
public readonly record struct OrderLineQuantity(int LineNumber, decimal Quantity);
