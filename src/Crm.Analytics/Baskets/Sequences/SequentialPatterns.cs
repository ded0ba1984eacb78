using Crm.Analytics.Parallelism;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Baskets;

/// <summary>What customers buy after what, with the usual gap in days.</summary>
/// <remarks>
/// Agrawal and Srikant (1995), with one product a step: each product of a pattern was bought on a later day than the one before, whatever came
/// between. Products of one day have no order. Returns and rows without a product do not count.
/// </remarks>
public static class SequentialPatterns
{
    /// <summary>Finds the patterns of a purchase log.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static SequenceTable Find(PurchaseLog log, SequenceOptions options)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var degree = Slices.Degree(options.DegreeOfParallelism);
        var products = new DatedProducts(log, options.AsOf is { } asOf ? DayNumber.FromDate(asOf) : null);
        int[] starts = [.. Enumerable.Range(0, products.BuyersOf.Length).Where(p => products.BuyersOf[p].Count >= options.MinimumCustomers)];
        var found = new List<SequentialPattern>[starts.Length];
        using var searches = new ThreadLocal<SequenceSearch>(() => new SequenceSearch(products, options));
        Slices.Run(starts.Length, degree, i => found[i] = searches.Value!.Start(starts[i]));
        SequentialPattern[] patterns = [.. found.SelectMany(f => f).OrderByDescending(p => p.Customers).ThenBy(p => p.Products.Count)];
        return new SequenceTable(log.Products, products.Count, patterns.Length > options.MaximumPatterns ? patterns[..options.MaximumPatterns] : patterns, patterns.Length > options.MaximumPatterns);
    }
}
