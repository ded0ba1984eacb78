using Crm.Analytics.Segmentation;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>How many segments are wanted; null for the number that is best apart.</summary>
internal sealed record ClusterQuestion(int? Clusters, int Fewest, int Most, KMeansOptions Options)
{
    public KMeansFit Answer(IReadOnlyList<Feature> features)
    {
        try
        {
            return Clusters is { } count ? KMeans.Fit(features, Options with { Clusters = count }) : KMeans.FitBest(features, Fewest, Most, Options);
        }
        catch (ArgumentException unusable)
        {
            throw CommandFailure.Refused("RowsUnusable", unusable.Message.ReplaceLineEndings(" "), "clusters");
        }
    }
}
