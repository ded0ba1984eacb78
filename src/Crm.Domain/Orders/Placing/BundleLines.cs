using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Orders;

/// <summary>
/// Makes a line of a bundle into one line for each component, so that what is delivered, kept in stock, taken back and counted is the
/// component, each once. The bundle's total is shared by the components' own prices; where these are unknown, zero or in another
/// currency, by their quantities. The shares add up to the total exactly.
/// </summary>
internal static class BundleLines
{
    public static IEnumerable<PricedLine> Explode(PricedLine line, IReadOnlyDictionary<string, CatalogProduct> products, CrmErrorDescriber errors)
    {
        if (line.Sku is null || !products.TryGetValue(line.Sku, out var bundle))
        {
            return [line];
        }

        if (bundle.Components.Count == 0)
        {
            return [line with { UnitCost = line.UnitCost ?? bundle.Cost }];
        }

        var unknown = bundle.Components.Where(c => !products.ContainsKey(c.Sku)).Select(c => errors.ProductUnknown(c.Sku)).ToList();
        if (unknown.Count > 0)
        {
            throw new CrmRuleException(unknown);
        }

        if (bundle.Components.FirstOrDefault(c => products[c.Sku].Components.Count > 0) is { } nested)
        {
            throw new CrmRuleException(errors.BundleNested(nested.Sku));
        }

        return Share(line, bundle.Components.Select(c => (Component: products[c.Sku], Quantity: decimal.Round(c.Quantity * line.Quantity, Money.MaxDecimals))).ToList());
    }

    private static IEnumerable<PricedLine> Share(PricedLine line, List<(CatalogProduct Component, decimal Quantity)> parts)
    {
        var currency = line.UnitPrice.Currency;
        var gross = Money.Round(line.UnitPrice.Amount * line.Quantity, currency);
        if (line.Discount is { } discount && (discount.IsNegative || discount > gross))
        {
            throw new ArgumentException("A discount is neither negative nor more than quantity times price.", nameof(line));
        }

        var total = line.Discount is null ? gross : gross - line.Discount;
        var weights = parts.ConvertAll(p => p.Component.Price.Currency == currency ? p.Component.Price.Amount * p.Quantity : 0);
        var isPriced = weights.TrueForAll(w => w > 0);
        var shares = total.Allocate(isPriced ? weights : parts.ConvertAll(p => p.Quantity));
        return parts.Select((p, i) => Line(line, p.Component, p.Quantity, shares[i], isPriced ? p.Component.Price : null));
    }

    // At the component's own price with what the bundle saves as discount; else at the least price that is not below the share.
    private static PricedLine Line(PricedLine bundle, CatalogProduct component, decimal quantity, Money share, Money? own)
    {
        var price = own is not null && Money.Round(own.Amount * quantity, share.Currency) >= share ? own : Ceiling(share, quantity);
        var gross = Money.Round(price.Amount * quantity, share.Currency);
        return new PricedLine(component.Sku, component.Name, quantity, price)
        {
            BundleSku = bundle.Sku, UnitCost = component.Cost, Discount = gross == share ? null : gross - share, Explanation = bundle.Explanation,
        };
    }

    private static Money Ceiling(Money share, decimal quantity) =>
        new(decimal.Round(share.Amount / quantity, Money.MaxDecimals, MidpointRounding.ToPositiveInfinity), share.Currency);
}
