using Crm.Analytics.Parallelism;

namespace Crm.Analytics.Segmentation;

/// <summary>The mean silhouette of rows, each against all others.</summary>
internal static class SilhouetteWidth
{
    private const int MostRows = 2_000;

    public static double Mean(FeatureMatrix matrix, int[] clusters, KMeansOptions options)
    {
        if (options.Clusters < 2) return 0;
        var rows = Enumerable.Range(0, matrix.Rows).ToArray();
        if (rows.Length > MostRows)
        {
            new Random(options.Seed).Shuffle(rows);
            rows = rows[..MostRows];
        }

        var sizes = new int[options.Clusters];
        foreach (var cluster in clusters) sizes[cluster]++;
        var widths = new double[rows.Length];
        Slices.Run(rows.Length, Slices.Degree(options.DegreeOfParallelism), i => widths[i] = Of(matrix, clusters, sizes, rows[i]));
        return widths.Sum() / widths.Length;
    }

    private static double Of(FeatureMatrix matrix, int[] clusters, int[] sizes, int row)
    {
        var own = clusters[row];
        if (sizes[own] == 1) return 0;
        var sums = new double[sizes.Length];
        for (var other = 0; other < clusters.Length; other++) sums[clusters[other]] += Math.Sqrt(FeatureMatrix.Distance(matrix[row], matrix[other]));
        var (inside, outside) = (sums[own] / (sizes[own] - 1), double.PositiveInfinity);
        for (var cluster = 0; cluster < sizes.Length; cluster++)
        {
            if (cluster != own) outside = Math.Min(outside, sums[cluster] / sizes[cluster]);
        }

        return Math.Max(inside, outside) is > 0 and var larger ? (outside - inside) / larger : 0;
    }
}
