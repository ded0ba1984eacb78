using Crm.Domain.Values;

namespace Crm.Domain.Orders;

/// <summary>What a quantity of goods may be.</summary>
internal static class OrderQuantity
{
    public static decimal Checked(decimal quantity, string name) => IsAcceptable(quantity)
        ? quantity
        : throw new ArgumentException("A quantity is above zero, has at most four decimals and fits a 64-bit count of 1/10,000.", name);

    public static bool IsAcceptable(decimal quantity) => quantity is > 0 and <= Money.MaxAmount && decimal.Round(quantity, Money.MaxDecimals) == quantity;
}
