using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>One line of one revision of a quote. Part of <see cref="Quote"/>.</summary>
public sealed class QuoteLine
{
    private QuoteLine() => (Description, UnitPrice, Gross, Net, Tax) = (null!, null!, null!, null!, null!);

    internal QuoteLine(int revision, int number, string? sku, string description, decimal quantity, Money unitPrice, Percentage discount, Percentage taxRate, Money? unitCost)
    {
        (Revision, Number, Sku, Description, Quantity, UnitPrice, UnitCost) = (revision, number, sku, description, quantity, unitPrice, unitCost);
        (Discount, TaxRate) = (discount, taxRate);
        Gross = Money.Round(unitPrice.Amount * quantity, unitPrice.Currency);
        Net = Money.Round(Gross.Amount * (1 - discount.Fraction), unitPrice.Currency);
        Tax = Money.Round(Net.Amount * taxRate.Fraction, unitPrice.Currency);
    }

    /// <summary>The revision that it belongs to.</summary>
    public int Revision { get; private set; }

    /// <summary>Place in the revision, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The product, by its stock-keeping unit; null where it is in no catalogue.</summary>
    public string? Sku { get; private set; }

    /// <summary>What is offered.</summary>
    public string Description { get; private set; }

    /// <summary>How much.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>The price of one before discount and tax.</summary>
    public Money UnitPrice { get; private set; }

    /// <summary>What one costs the business, where it is known. Never shown to customers.</summary>
    public Money? UnitCost { get; private set; }

    /// <summary>What is taken off.</summary>
    public Percentage Discount { get; private set; }

    /// <summary>The rate of tax.</summary>
    public Percentage TaxRate { get; private set; }

    /// <summary>Quantity times price, rounded to the currency's minor unit.</summary>
    public Money Gross { get; private set; }

    /// <summary>What is left after the discount, rounded to the minor unit.</summary>
    public Money Net { get; private set; }

    /// <summary>The tax on it, rounded to the minor unit.</summary>
    public Money Tax { get; private set; }
}
