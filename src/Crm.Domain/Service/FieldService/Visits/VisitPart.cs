namespace Crm.Domain.Service;

/// <summary>A part that a visit needs. Part of <see cref="ServiceVisit"/>.</summary>
public sealed class VisitPart
{
    private VisitPart() => Sku = null!;

    internal VisitPart(VisitParts parts) => (Sku, Quantity) = (parts.Sku, parts.Quantity);

    /// <summary>The part, by its stock-keeping unit.</summary>
    public string Sku { get; private set; }

    /// <summary>How many.</summary>
    public decimal Quantity { get; private set; }
}
