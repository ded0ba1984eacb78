namespace Crm.Analytics.Segmentation;

/// <summary>How values become bands when customers tie. Values are ordered from the worst to the best.</summary>
public enum RfmTieRule
{
    /// <summary>
    /// Customers are ranked, ties in ascending order of their keys, and ranks cut into equal bands: band k ends at rank
    /// 1 + (n − 1)k/bands, right-closed. Bands are as even as can be, but equal customers may score differently.
    /// </summary>
    Rank,

    /// <summary>
    /// Values are cut at their own quantiles (linear interpolation at 1 + (n − 1)k/bands), right-closed. Equal values
    /// always score the same; bands can be uneven or empty.
    /// </summary>
    Threshold,

    /// <summary>Values are cut at bounds that the caller gives, right-closed, the first and the last band unbounded.</summary>
    FixedBins,
}
