using Crm.Analytics.Purchases;

namespace Crm.Analytics.Lifetime;

/// <summary>The times between the purchase days of a customer.</summary>
internal static class PurchaseGaps
{
    /// <summary>Σ ln(gap) over all customers, through the last day of the summary.</summary>
    /// <exception cref="ArgumentException">The summary is of other customers.</exception>
    public static double SumOfLogarithms(PurchaseLog log, CustomerSummaries summaries, TimeUnit unit)
    {
        if (summaries.Count != log.CustomerCount)
            throw new ArgumentException($"The summary has {summaries.Count} customers, the log {log.CustomerCount}.", nameof(summaries));
        var sum = 0.0;
        for (var customer = 0; customer < log.CustomerCount; customer++)
        {
            var last = CustomerSummaries.NoDay;
            var end = log.RowStarts[customer + 1];
            for (var row = log.RowStarts[customer]; row < end && log.Days[row] <= summaries.LastDays[customer]; row++)
            {
                if (log.IsReturn(row) || log.Days[row] == last) continue;
                if (last != CustomerSummaries.NoDay) sum += Math.Log((log.Days[row] - last) / unit.Days());
                last = log.Days[row];
            }
        }

        return sum;
    }
}
