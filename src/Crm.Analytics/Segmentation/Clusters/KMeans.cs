using Crm.Analytics.Parallelism;

namespace Crm.Analytics.Segmentation;

/// <summary>Groups customers who are alike: k-means, started by k-means++ several times.</summary>
/// <remarks>
/// Sources: S. P. Lloyd, IEEE Transactions on Information Theory 28 (1982); D. Arthur, S. Vassilvitskii, "k-means++", SODA (2007).
/// No method finds the best clusters for certain; more starts find it more often.
/// </remarks>
public static class KMeans
{
    /// <summary>Groups rows.</summary>
    /// <param name="features">The figures of each row.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are no features, they differ in length, a figure is not finite, or there are fewer different rows than clusters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static KMeansFit Fit(IReadOnlyList<Feature> features, KMeansOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        options ??= new KMeansOptions();
        options.Check();
        return Fit(features, FeatureMatrix.Of(features), options);
    }

    /// <summary>Groups rows into the number of clusters, of a range, that are best apart by their mean silhouette; of a tie, the fewest.</summary>
    /// <param name="features">The figures of each row.</param>
    /// <param name="fewest">The fewest clusters, at least 2.</param>
    /// <param name="most">The most clusters.</param>
    /// <param name="options">How; the number of clusters is not used. Null for the defaults.</param>
    /// <exception cref="ArgumentException">As for <see cref="Fit(IReadOnlyList{Feature}, KMeansOptions?)"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty or begins below 2.</exception>
    public static KMeansFit FitBest(IReadOnlyList<Feature> features, int fewest = 2, int most = 8, KMeansOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentOutOfRangeException.ThrowIfLessThan(fewest, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, fewest);
        options ??= new KMeansOptions();
        options.Check();
        var matrix = FeatureMatrix.Of(features);
        return Enumerable.Range(fewest, most - fewest + 1).Select(clusters => Fit(features, matrix, options with { Clusters = clusters })).MaxBy(fit => fit.Silhouette)!;
    }

    private static KMeansFit Fit(IReadOnlyList<Feature> features, FeatureMatrix matrix, KMeansOptions options)
    {
        var runs = new KMeansRun?[options.Restarts];
        Slices.Run(runs.Length, Slices.Degree(options.DegreeOfParallelism), start =>
        {
            var run = new KMeansRun(matrix, options);
            if (run.Go(new Random(HashOf(options.Seed, start)))) runs[start] = run;
        });
        var best = runs.OfType<KMeansRun>().MinBy(run => run.WithinSquares)
            ?? throw new ArgumentException($"There are fewer different rows than {options.Clusters} clusters.", nameof(features));
        return new KMeansFit(features, matrix, options, best);
    }

    private static int HashOf(int seed, int start) => unchecked((seed * 486_187_739) + start);
}
