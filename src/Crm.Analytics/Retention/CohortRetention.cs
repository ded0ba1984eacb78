using Crm.Analytics.Parallelism;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Retention;

/// <summary>Follows customers who first bought in the same period through the periods after it.</summary>
public static class CohortRetention
{
    private const int MinimumCustomersPerSlice = 1 << 12;

    /// <summary>Counts the customers and the revenue of every cohort in every period since its first.</summary>
    /// <param name="log">The purchases.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The triangular table; without cohorts when the log has no purchase.</returns>
    /// <exception cref="ArgumentException">The periods are so short that the table would have more than a hundred million cells.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The degree of parallelism is below one, or the return policy is not defined.</exception>
    /// <exception cref="OverflowException">A revenue does not fit 64 bits.</exception>
    /// <remarks>
    /// A customer is active in a period with at least one purchase; a return is none. Returns before the customer's first
    /// purchase, and those of customers without a purchase, belong to no cohort; see <see cref="RetentionTable.RevenueWithoutCohort"/>.
    /// </remarks>
    public static RetentionTable From(PurchaseLog log, RetentionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        options ??= new RetentionOptions();
        if (options.Returns is not (ReturnPolicy.Net or ReturnPolicy.Ignore))
            throw new ArgumentOutOfRangeException(nameof(options), options.Returns, "Not a defined return policy.");
        var degree = Slices.Degree(options.DegreeOfParallelism);
        var asOf = options.AsOf ?? log.ObservedThrough;
        if (asOf is not { } through || log.Window is not { } window || window.First > through)
            return new RetentionTable(options.Period, asOf, 0, new RetentionCounts(0), null);

        var days = new PeriodsOfDays(options.Period, window.First, through);
        var slices = Slices.Count(log.CustomerCount, degree, MinimumCustomersPerSlice);
        var counts = new RetentionCounts[slices];
        Slices.Run(slices, degree, slice =>
        {
            var own = counts[slice] = new RetentionCounts(days.Count);
            var (start, end) = Slices.Range(slice, slices, log.CustomerCount);
            for (var customer = start; customer < end; customer++) own.Add(log, customer, days, options.Returns);
        });
        for (var slice = 1; slice < slices; slice++) counts[0].Add(counts[slice]);
        return new RetentionTable(options.Period, asOf, days.First, counts[0], window with { Through = through });
    }
}
