namespace Crm.Analytics.Segmentation;

/// <summary>Clusters of rows, the largest first. Immutable.</summary>
public sealed class KMeansFit
{
    private readonly int[] _clusters;
    private readonly Lazy<double> _silhouette;

    internal KMeansFit(IReadOnlyList<Feature> features, FeatureMatrix matrix, KMeansOptions options, KMeansRun run)
    {
        (Features, Options, Iterations, Converged, WithinSquares) = (features, options, run.Iterations, run.Converged, run.WithinSquares);
        var sizes = new int[options.Clusters];
        foreach (var cluster in run.Clusters) sizes[cluster]++;
        // Of equally large ones, the one whose first row comes first.
        int[] order = [.. Enumerable.Range(0, sizes.Length).OrderByDescending(cluster => sizes[cluster]).ThenBy(cluster => Array.IndexOf(run.Clusters, cluster))];
        _clusters = Array.ConvertAll(run.Clusters, cluster => Array.IndexOf(order, cluster));
        TotalSquares = Spread(matrix);
        Profiles = [.. order.Select((cluster, place) => ClusterProfile.Of(place, sizes[cluster], features, matrix, _clusters, run.Centre(cluster)))];
        _silhouette = new Lazy<double>(() => SilhouetteWidth.Mean(matrix, _clusters, options));
    }

    /// <summary>What rows were grouped by.</summary>
    public IReadOnlyList<Feature> Features { get; }

    /// <summary>How they were grouped.</summary>
    public KMeansOptions Options { get; }

    /// <summary>The cluster of each row, from 0.</summary>
    public ReadOnlySpan<int> Clusters => _clusters;

    /// <summary>What is special about each cluster.</summary>
    public IReadOnlyList<ClusterProfile> Profiles { get; }

    /// <summary>The sum of squared distances of rows from the centres of their clusters, of scaled features.</summary>
    public double WithinSquares { get; }

    /// <summary>The same from the centre of all rows.</summary>
    public double TotalSquares { get; }

    /// <summary>The share of the spread that the clusters explain, 0 to 1; 0 where nothing is spread.</summary>
    public double Explained => TotalSquares > 0 ? 1 - (WithinSquares / TotalSquares) : 0;

    /// <summary>How many rounds the best start took.</summary>
    public int Iterations { get; }

    /// <summary>Whether the best start ended because nothing moved any more.</summary>
    public bool Converged { get; }

    /// <summary>
    /// How much nearer rows are to their own cluster than to the next, −1 to 1, on average: above 0.5 clusters are apart, below 0.25 there is
    /// hardly any structure. Of more than 2,000 rows that many are drawn by the seed. 0 for one cluster.
    /// </summary>
    /// <remarks>Source: P. J. Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987). Computed when first asked for.</remarks>
    public double Silhouette => _silhouette.Value;

    private static double Spread(FeatureMatrix matrix)
    {
        var (mean, sum) = (new double[matrix.Columns], 0.0);
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var i = 0; i < mean.Length; i++) mean[i] += matrix[row][i] / matrix.Rows;
        }

        for (var row = 0; row < matrix.Rows; row++) sum += FeatureMatrix.Distance(matrix[row], mean);
        return sum;
    }
}
