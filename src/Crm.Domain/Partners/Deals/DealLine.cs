namespace Crm.Domain.Partners;

/// <summary>One product of a deal. Part of <see cref="DealRegistration"/>.</summary>
public sealed class DealLine
{
    private DealLine() => Sku = null!;

    internal DealLine(int number, string sku) => (Number, Sku) = (number, sku);

    /// <summary>Its number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The product, by its stock-keeping unit.</summary>
    public string Sku { get; private set; }

    /// <summary>How much.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>The expected price of one, in the currency of the registration.</summary>
    public decimal UnitPrice { get; private set; }

    internal void Set(int number, decimal quantity, decimal unitPrice) => (Number, Quantity, UnitPrice) = (number, quantity, unitPrice);
}
