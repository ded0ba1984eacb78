namespace Crm.Analytics.Segmentation;

/// <summary>One figure of a cluster against that of all.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Mean">Its mean in the cluster, as it was given.</param>
/// <param name="OverallMean">Its mean over all rows.</param>
/// <param name="Deviation">How far the cluster's scaled mean is from that of all, in standard deviations of the feature.</param>
public sealed record ClusterFeature(string Name, double Mean, double OverallMean, double Deviation)
{
    /// <summary>The deviation in words: half a standard deviation is low or high, one and a half is very.</summary>
    public FeatureLevel Level => Deviation switch
    {
        <= -1.5 => FeatureLevel.VeryLow,
        <= -0.5 => FeatureLevel.Low,
        < 0.5 => FeatureLevel.Usual,
        < 1.5 => FeatureLevel.High,
        _ => FeatureLevel.VeryHigh,
    };
}
