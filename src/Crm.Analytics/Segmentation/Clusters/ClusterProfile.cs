namespace Crm.Analytics.Segmentation;

/// <summary>What is special about a cluster.</summary>
/// <param name="Cluster">Its number, from 0, the largest first.</param>
/// <param name="Size">How many rows it has.</param>
/// <param name="Features">Its figures, in the order of the features.</param>
public sealed record ClusterProfile(int Cluster, int Size, IReadOnlyList<ClusterFeature> Features)
{
    /// <summary>The features that set it apart, as "high revenue, very low days since", the strongest first; "as most" where none does.</summary>
    public string Words => string.Join(", ", Features.Where(feature => feature.Level != FeatureLevel.Usual)
        .OrderByDescending(feature => Math.Abs(feature.Deviation)).Select(feature => $"{Word(feature.Level)} {feature.Name}")) is { Length: > 0 } words ? words : "as most";

    internal static ClusterProfile Of(int cluster, int size, IReadOnlyList<Feature> features, FeatureMatrix matrix, int[] clusters, ReadOnlySpan<double> centre)
    {
        var figures = new ClusterFeature[features.Count];
        for (var i = 0; i < figures.Length; i++)
        {
            var (sum, all, scaled, squares) = (0.0, 0.0, 0.0, 0.0);
            for (var row = 0; row < clusters.Length; row++)
            {
                all += features[i].Values[row];
                sum += clusters[row] == cluster ? features[i].Values[row] : 0;
                scaled += matrix[row][i];
                squares += matrix[row][i] * matrix[row][i];
            }

            var mean = scaled / clusters.Length;
            var deviation = Math.Sqrt(Math.Max(0, (squares / clusters.Length) - (mean * mean)));
            figures[i] = new ClusterFeature(features[i].Name, sum / size, all / clusters.Length, deviation > 0 ? (centre[i] - mean) / deviation : 0);
        }

        return new ClusterProfile(cluster, size, figures);
    }

    private static string Word(FeatureLevel level) => level switch
    {
        FeatureLevel.VeryLow => "very low",
        FeatureLevel.Low => "low",
        FeatureLevel.High => "high",
        _ => "very high",
    };
}
