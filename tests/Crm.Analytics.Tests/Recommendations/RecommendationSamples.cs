using Crm.Analytics.Purchases;
using Crm.Analytics.Recommendations;
using Crm.Analytics.Tests.Purchases;

namespace Crm.Analytics.Tests.Recommendations;

/// <summary>Small logs of who bought what.</summary>
internal static class RecommendationSamples
{
    /// <summary>One row for each product named, one day after the other.</summary>
    public static PurchaseLog Log(params (int Customer, string[] Products)[] customers) => PurchaseLog.From(
        from customer in customers
        from visit in customer.Products.Select((product, day) => (product, day))
        select new PurchaseRow(customer.Customer, LogSamples.Start.PlusDays(visit.day), 10, Product: visit.product, Order: $"{customer.Customer}-{visit.day}"));

    /// <summary>Coffee goes with filters, tea with a pot; milk with everything.</summary>
    public static PurchaseLog Shop { get; } = Log(
        (1, ["coffee", "filter", "milk"]), (2, ["coffee", "filter"]), (3, ["coffee", "filter", "milk"]), (4, ["tea", "pot", "milk"]),
        (5, ["tea", "pot"]), (6, ["tea", "milk"]), (7, ["coffee"]), (8, ["milk"]));

    /// <summary>Random purchases: customers like their own third of the products.</summary>
    public static PurchaseLog Random(int seed, int customers = 60, int products = 30)
    {
        var random = new System.Random(seed);
        return PurchaseLog.From(
            from customer in Enumerable.Range(0, customers)
            from visit in Enumerable.Range(0, random.Next(1, 9))
            let taste = (random.Next(products / 3) * 3) + (random.NextDouble() < .8 ? customer % 3 : random.Next(3))
            select new PurchaseRow(customer, LogSamples.Start.PlusDays(visit), 10, Product: taste));
    }

    public static string[] Keys(IEnumerable<NextProduct> products) => [.. products.Select(product => product.Product.ToString())];
}
