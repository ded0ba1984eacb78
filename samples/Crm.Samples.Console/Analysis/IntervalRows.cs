using Crm.Analytics.Intervals;

namespace Crm.Samples.Console.Analysis;

/// <summary>Intervals row by row, with the next purchase where a row has one.</summary>
internal sealed record IntervalRows(IntervalSummary[] Rows, NextPurchase?[] Next)
{
    /// <summary>The rows that are listed: all, or those with most purchase days.</summary>
    public IEnumerable<int> List(AnalysisRequest request) => Listing.Of(Rows.Length, request.Top, i => Rows[i].PurchaseDays);
}
