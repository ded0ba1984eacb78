using Crm.Analytics.Grouping;
using Crm.Analytics.Parallelism;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Baskets;

public sealed partial class BasketTable
{
    /// <summary>The baskets of lists of keys, one list a basket.</summary>
    /// <param name="baskets">The baskets; missing keys are left out, and all keys are of one kind.</param>
    /// <param name="options">The largest basket and the threads; the unit is not used.</param>
    /// <exception cref="ArgumentException">Keys are of two kinds.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static BasketTable From(IEnumerable<IEnumerable<PurchaseKey>> baskets, BasketOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(baskets);
        var (keys, starts) = (new KeyColumnBuilder("Item"), new List<int> { 0 });
        var count = 0;
        foreach (var basket in baskets)
        {
            foreach (var key in basket)
            {
                if (key.Kind == PurchaseKeyKind.None) continue;
                keys.Check(key);
                keys.Add(key);
                count++;
            }

            starts.Add(count);
        }

        return From(keys.ToColumn(), starts.ToArray(), options);
    }

    /// <summary>The baskets of a column of keys that lie basket after basket, the fastest way.</summary>
    /// <param name="items">The keys of all items; missing keys are left out.</param>
    /// <param name="starts">Where each basket starts in the column, ascending from 0, with one more entry for the end.</param>
    /// <param name="options">The largest basket and the threads; the unit is not used.</param>
    /// <exception cref="ArgumentException">The starts do not ascend from 0 to the length of the column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static BasketTable From(PurchaseKeyColumn items, ReadOnlySpan<int> starts, BasketOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        options ??= new();
        if (starts.Length == 0 || starts[0] != 0 || starts[^1] != items.Count) throw new ArgumentException("The starts must go from 0 to the number of items.", nameof(starts));
        for (var basket = 1; basket < starts.Length; basket++)
        {
            if (starts[basket] < starts[basket - 1]) throw new ArgumentException($"Basket {basket - 1} ends before it starts.", nameof(starts));
        }

        var (keys, positions) = KeyEncoder.Encode(items, Slices.Degree(options.DegreeOfParallelism), new RowScratch());
        return Distinct(keys, positions, starts, options);
    }

    /// <summary>The baskets of a purchase log. Returns and rows without a product belong to none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static BasketTable From(PurchaseLog log, BasketOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        options ??= new();
        var (baskets, rows) = LogBaskets.Of(log, options.Unit);
        var starts = new int[baskets.Count + 1];
        var positions = new int[rows.Length];
        for (var (basket, at) = (0, 0); basket < baskets.Count; basket++)
        {
            foreach (var row in rows.AsSpan(baskets[basket].Start, baskets[basket].Length)) positions[at++] = log.ProductPositions[row];
            starts[basket + 1] = at;
        }

        return Distinct(log.Products, positions, starts, options);
    }

    private static BasketTable Distinct(PurchaseKeys keys, int[] positions, ReadOnlySpan<int> starts, BasketOptions options)
    {
        if (options.MaximumSize is { } maximum) ArgumentOutOfRangeException.ThrowIfLessThan(maximum, 1, nameof(options));
        var (lastBasket, kept) = (new int[keys.Count], new int[starts.Length]);
        var (count, baskets, duplicates, oversized) = (0, 0, 0, 0);
        for (var basket = 1; basket < starts.Length; basket++)
        {
            var first = count;
            for (var at = starts[basket - 1]; at < starts[basket]; at++)
            {
                var item = positions[at];
                if (item < 0) continue;
                if (lastBasket[item] == basket)
                {
                    duplicates++;
                    continue;
                }

                lastBasket[item] = basket;
                positions[count++] = item;
            }

            if (count - first > options.MaximumSize)
            {
                oversized++;
                count = first;
                continue;
            }

            kept[++baskets] = count;
        }

        return new BasketTable(keys, kept[..(baskets + 1)], positions[..count], duplicates, oversized);
    }
}
