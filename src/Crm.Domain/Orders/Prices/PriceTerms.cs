using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>What a price and the days of its validity may be.</summary>
internal static class PriceTerms
{
    public static void Check(Money price, decimal from)
    {
        ArgumentNullException.ThrowIfNull(price);
        if (price.IsNegative)
        {
            throw new ArgumentException("A price is not negative.", nameof(price));
        }

        if (from != 0)
        {
            OrderQuantity.Checked(from, nameof(from));
        }
    }

    public static (LocalDate? From, LocalDate? Until) Days(LocalDate? validFrom, LocalDate? validUntil)
    {
        LocalDate? from = validFrom is { } first ? Guard.Storable(first, nameof(validFrom)) : null;
        LocalDate? until = validUntil is { } last ? Guard.Storable(last, nameof(validUntil)) : null;
        return until < from ? throw new ArgumentException("The last day is not before the first.", nameof(validUntil)) : (from, until);
    }
}
