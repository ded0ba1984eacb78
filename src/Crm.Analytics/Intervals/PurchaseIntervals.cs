using Crm.Analytics.Parallelism;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Intervals;

/// <summary>What is bought at which intervals.</summary>
/// <remarks>
/// An interval is the number of days from one purchase day of a customer to the next. Purchases of a day are one
/// purchase, and returns are none.
/// </remarks>
public static class PurchaseIntervals
{
    /// <summary>Intervals between a customer's purchases of anything, a row per customer of the log.</summary>
    /// <param name="log">The purchases.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree of parallelism is below one.</exception>
    public static IntervalTable ByCustomer(PurchaseLog log, IntervalOptions? options = null) =>
        Table(log, options, IntervalGrouping.Customer, PurchaseDaySeries.ByCustomer);

    /// <summary>Intervals from one purchase of a product to the next by the same customer, a row per product of the log.</summary>
    /// <param name="log">The purchases. Rows without a product are left out; a log without products gives an empty table.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree of parallelism is below one.</exception>
    public static IntervalTable ByProduct(PurchaseLog log, IntervalOptions? options = null) =>
        Table(log, options, IntervalGrouping.Product, PurchaseDaySeries.ByCustomerAndProduct);

    /// <summary>Intervals between a customer's purchases of the same product, a row per pair that occurs.</summary>
    /// <param name="log">The purchases. Rows without a product are left out; a log without products gives an empty table.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree of parallelism is below one.</exception>
    public static IntervalTable ByCustomerAndProduct(PurchaseLog log, IntervalOptions? options = null) =>
        Table(log, options, IntervalGrouping.CustomerProduct, PurchaseDaySeries.ByCustomerAndProduct);

    private static IntervalTable Table(
        PurchaseLog log, IntervalOptions? options, IntervalGrouping grouping, Func<PurchaseLog, int, int, PurchaseDaySeries> collect)
    {
        ArgumentNullException.ThrowIfNull(log);
        options ??= new IntervalOptions();
        var degree = Slices.Degree(options.DegreeOfParallelism);
        var asOf = options.AsOf ?? log.ObservedThrough;
        var lastDay = asOf is { } day ? DayNumber.FromDate(day) : int.MinValue;
        return new IntervalTable(log, grouping, collect(log, lastDay, degree), asOf);
    }
}
