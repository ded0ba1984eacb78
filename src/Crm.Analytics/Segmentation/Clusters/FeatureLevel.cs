namespace Crm.Analytics.Segmentation;

/// <summary>Where a cluster is among all by one feature.</summary>
public enum FeatureLevel
{
    /// <summary>At least one and a half standard deviations below the mean.</summary>
    VeryLow,

    /// <summary>At least half a standard deviation below the mean.</summary>
    Low,

    /// <summary>Near the mean.</summary>
    Usual,

    /// <summary>At least half a standard deviation above the mean.</summary>
    High,

    /// <summary>At least one and a half standard deviations above the mean.</summary>
    VeryHigh,
}
