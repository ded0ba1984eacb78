using Crm.Analytics.Grouping;

namespace Crm.Analytics.Segmentation;

/// <summary>Cuts values into bands, 1 for the lowest. Values come in customer order, which is ascending by key.</summary>
internal static class Bands
{
    /// <summary>Band k holds the ranks up to 1 + (n − 1)k/bands; ties rank in the order given.</summary>
    public static int[] ByRank(long[] values, int bands)
    {
        var (sorted, order) = Sort(values);
        var result = new int[values.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            // The smallest k with i ≤ (n − 1)k/bands, in whole numbers, so that no edge is rounded.
            var band = i == 0 ? 1 : (int)(((long)i * bands + sorted.Length - 2) / (sorted.Length - 1));
            result[order[i]] = band;
        }

        return result;
    }

    /// <summary>Cuts at the quantiles of the values themselves.</summary>
    public static int[] ByThreshold(long[] values, int bands)
    {
        if (values.Length == 0) return [];
        var (sorted, _) = Sort(values);
        var edges = new decimal[bands - 1];
        for (var k = 1; k < bands; k++)
        {
            var at = (long)(sorted.Length - 1) * k;
            var (below, part) = ((int)(at / bands), (decimal)(at % bands) / bands);
            edges[k - 1] = part == 0 ? sorted[below] : sorted[below] + (part * ((decimal)sorted[below + 1] - sorted[below]));
        }

        return ByBounds(values, edges);
    }

    /// <summary>A value is in the first band whose bound it does not exceed.</summary>
    public static int[] ByBounds(long[] values, decimal[] bounds) => Array.ConvertAll(values, value =>
    {
        var band = 0;
        while (band < bounds.Length && value > bounds[band]) band++;
        return band + 1;
    });

    private static (long[] Sorted, int[] Order) Sort(long[] values)
    {
        var (sorted, order) = ((long[])values.Clone(), new int[values.Length]);
        for (var i = 0; i < order.Length; i++) order[i] = i;
        RadixSort.SortStable(sorted, order);
        return (sorted, order);
    }
}
