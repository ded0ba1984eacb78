namespace Crm.Analytics.Segmentation;

/// <summary>How the values of a feature are made comparable with those of others before distances are taken.</summary>
public enum FeatureScale
{
    /// <summary>Less the mean, divided by the standard deviation: a deviation of any feature counts the same.</summary>
    Standard,

    /// <summary>ln(1 + value) first, for amounts and counts where a few are very large; values below 0 count as 0.</summary>
    LogStandard,

    /// <summary>As they are.</summary>
    None,
}
