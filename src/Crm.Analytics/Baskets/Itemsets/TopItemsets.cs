namespace Crm.Analytics.Baskets;

/// <summary>Finds the highest threshold that leaves enough sets, and then the sets.</summary>
internal static class TopItemsets
{
    public static ItemsetTable Find(BasketTable baskets, int top, ItemsetOptions options)
    {
        var limit = options with { MaximumItemsets = top };
        var (few, enough) = (baskets.Count + 1, Math.Max(1, baskets.Count));
        // Halve until there are enough, so that no search goes far below what is needed.
        while (enough > options.MinimumCount && !IsEnough(enough))
        {
            few = enough;
            enough = Math.Max(options.MinimumCount, enough / 2);
        }

        enough = Math.Max(enough, options.MinimumCount);
        while (few - enough > 1)
        {
            var middle = enough + ((few - enough) / 2);
            if (IsEnough(middle)) enough = middle;
            else few = middle;
        }

        var above = FrequentItemsets.Find(baskets, limit with { MinimumCount = enough + 1 }, exactCount: null);
        var missing = top - above.Count;
        return missing <= 0 ? Ordered(baskets, options, [above]) : Ordered(
            baskets, options, [above, FrequentItemsets.Find(baskets, limit with { MinimumCount = enough, MaximumItemsets = missing }, enough)]);

        bool IsEnough(int count) =>
            FrequentItemsets.Find(baskets, limit with { MinimumCount = count }, exactCount: null) is { } found && (found.IsTruncated || found.Count >= top);
    }

    private static ItemsetTable Ordered(BasketTable baskets, ItemsetOptions options, ItemsetTable[] tables)
    {
        var (nodes, listed) = (new ItemsetNodes(), new List<int>());
        foreach (var table in tables.Where(t => t.Count > 0))
        {
            var items = new int[table.BySize.Keys.Last()];
            foreach (var index in Enumerable.Range(0, table.Count).OrderByDescending(table.CountOf))
            {
                var (size, node) = (table.CopyItems(index, items), -1);
                for (var i = 0; i < size; i++) node = nodes.Add(node, items[i], i + 1, i == size - 1 ? table.CountOf(index) : 0);
                listed.Add(node);
            }
        }

        return new ItemsetTable(baskets, options, nodes, [.. listed], isTruncated: false);
    }
}
