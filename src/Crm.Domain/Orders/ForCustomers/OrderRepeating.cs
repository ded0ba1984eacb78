namespace Crm.Domain.Orders;

/// <summary>
/// Turns the lines of an old order into what is ordered again. Lines of a bundle become the bundle where it is made of the same as then;
/// what the catalogue has no more is named.
/// </summary>
internal sealed class OrderRepeating(IProductCatalog catalog)
{
    public async Task<OrderRepetition> OfAsync(Order order, CancellationToken cancellationToken)
    {
        // Lines of imported returns bought nothing.
        var bought = order.Lines.Where(l => l.Quantity > 0 && !l.Total.IsNegative).ToList();
        var offered = await catalog.FindAsync([.. bought.Select(l => l.BundleSku ?? l.Sku).OfType<string>().Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
        var (lines, gone) = (new List<NewOrderLine>(), new List<string>());
        foreach (var group in bought.GroupBy(l => l.BundleSku ?? l.Sku ?? l.Description, StringComparer.Ordinal))
        {
            if (QuantityOf([.. group], offered.GetValueOrDefault(group.Key)) is { } quantity)
            {
                lines.Add(new NewOrderLine(group.Key, quantity));
            }
            else
            {
                gone.Add(group.Key);
            }
        }

        return new(lines, gone);
    }

    private static decimal? QuantityOf(List<OrderLine> lines, CatalogProduct? product)
    {
        if (product is null || lines.Exists(l => l.Sku is null) || lines.Select(l => l.BundleSku).Distinct().Count() > 1)
        {
            return null;
        }

        if (lines[0].BundleSku is null)
        {
            return lines.Sum(l => l.Quantity);
        }

        var parts = lines.GroupBy(l => l.Sku!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(l => l.Quantity), StringComparer.Ordinal);
        var bundles = product.Components.Select(c => parts.GetValueOrDefault(c.Sku) / c.Quantity).Distinct().ToList();
        return parts.Count == product.Components.Count && bundles is [> 0 and var quantity] ? quantity : null;
    }
}
