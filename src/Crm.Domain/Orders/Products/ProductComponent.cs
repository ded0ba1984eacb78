namespace Crm.Domain.Orders;

/// <summary>What one of a bundle is made of. Part of <see cref="Product"/>.</summary>
public sealed class ProductComponent
{
    private ProductComponent() => Sku = null!;

    internal ProductComponent(int number, string sku, decimal quantity)
    {
        Number = number;
        Sku = sku;
        Quantity = quantity;
    }

    /// <summary>Place in the bundle, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The component, by its stock-keeping unit.</summary>
    public string Sku { get; internal set; }

    /// <summary>How much of it.</summary>
    public decimal Quantity { get; internal set; }
}
