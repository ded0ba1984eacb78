namespace Crm.Domain.Service;

/// <summary>A part that was used at a visit. Part of <see cref="ServiceVisit"/>.</summary>
public sealed class VisitPartUsed
{
    private VisitPartUsed() => Sku = null!;

    internal VisitPartUsed(VisitBookingId bookingId, VisitParts parts) => (BookingId, Sku, Quantity) = (bookingId, parts.Sku, parts.Quantity);

    /// <summary>The booking.</summary>
    public VisitBookingId BookingId { get; private set; }

    /// <summary>The part, by its stock-keeping unit.</summary>
    public string Sku { get; private set; }

    /// <summary>How many.</summary>
    public decimal Quantity { get; private set; }
}
