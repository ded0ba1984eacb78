using Crm.Analytics.Purchases;

namespace Crm.Analytics.Segmentation;

/// <summary>Scores customers by recency, frequency and monetary value.</summary>
public static class Rfm
{
    /// <summary>Scores every customer with a purchase, from 1, the worst, to the number of bands.</summary>
    /// <param name="summaries">
    /// The customers. Recency is whole days from the last purchase day to <see cref="CustomerSummaries.AsOf"/>,
    /// frequency the number of orders, monetary the total.
    /// </param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">Bounds are missing, not ascending or of the wrong number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <remarks>
    /// Values are cut from the worst to the best, so a lower band is a lower score on every metric: by rank, the customer
    /// with the lower key of a tie gets the lower score; by threshold, a value on an edge does.
    /// </remarks>
    public static RfmTable Score(CustomerSummaries summaries, RfmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        options ??= new RfmOptions();
        options.Check();
        var asOf = summaries.AsOf is { } day ? DayNumber.FromDate(day) : 0;
        var (recencyDays, scored) = (new int[summaries.Count], new List<int>(summaries.Count));
        for (var customer = 0; customer < summaries.Count; customer++)
        {
            var bought = summaries.PurchaseDays[customer] > 0;
            recencyDays[customer] = bought ? asOf - summaries.LastDays[customer] : -1;
            if (bought) scored.Add(customer);
        }

        // Fewest days are best: ranks and quantiles are taken on negative days, given bounds on days as they are.
        var fixedBins = options.Ties == RfmTieRule.FixedBins;
        var recency = Cut(
            scored, options, customer => fixedBins ? recencyDays[customer] : -recencyDays[customer], options.Bins?.RecencyDays.Select(days => (decimal)days));
        var frequency = Cut(scored, options, customer => summaries.Orders[customer], options.Bins?.Orders.Select(orders => (decimal)orders));
        var monetary = Cut(scored, options, customer => summaries.Totals[customer], options.Bins?.Revenue.Select(sum => sum * FixedPoint.Scale));
        var scores = new RfmScore[summaries.Count];
        for (var i = 0; i < scored.Count; i++)
        {
            var recencyScore = fixedBins ? options.Bands + 1 - recency[i] : recency[i];
            scores[scored[i]] = new((byte)recencyScore, (byte)frequency[i], (byte)monetary[i]);
        }

        var map = options.Segments ?? (options.Bands == 5 ? RfmSegmentMap.Default : null);
        return new RfmTable(summaries, recencyDays, scores, map, options);
    }

    private static int[] Cut(List<int> customers, RfmOptions options, Func<int, long> metric, IEnumerable<decimal>? bounds)
    {
        var values = customers.Select(metric).ToArray();
        return options.Ties switch
        {
            RfmTieRule.Rank => Bands.ByRank(values, options.Bands),
            RfmTieRule.Threshold => Bands.ByThreshold(values, options.Bands),
            _ => Bands.ByBounds(values, [.. bounds!]),
        };
    }
}
