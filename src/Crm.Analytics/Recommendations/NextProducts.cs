using Crm.Analytics.Parallelism;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Recommendations;

/// <summary>What to offer next: the products that most speaks for, by default new to the customer.</summary>
public static class NextProducts
{
    private const int MinimumCustomersPerSlice = 64;

    /// <summary>Recommends products to every customer.</summary>
    /// <param name="owned">Who bought what; customers the model has not seen are welcome, products it has not seen are left out and counted.</param>
    /// <param name="model">A fitted model.</param>
    /// <param name="options">How many; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static NextProductTable From(OwnedProducts owned, IProductModel model, NextProductOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(owned);
        ArgumentNullException.ThrowIfNull(model);
        options ??= new NextProductOptions();
        options.Check();
        var known = owned.In(model.Products);
        var (products, scores) = (new int[known.Customers.Count][], new float[known.Customers.Count][]);
        var degree = Slices.Degree(options.DegreeOfParallelism);
        var slices = Slices.Count(products.Length, degree, MinimumCustomersPerSlice);
        Slices.Run(slices, degree, slice =>
        {
            var ranking = new ProductRanking(model, options);
            var (start, end) = Slices.Range(slice, slices, products.Length);
            for (var customer = start; customer < end; customer++)
            {
                ranking.Rank(known.Of(customer));
                (products[customer], scores[customer]) = (ranking.Products.ToArray(), ranking.Scores.ToArray());
            }
        });
        return new NextProductTable(known, model, options, products, scores);
    }

    /// <summary>Recommends products to somebody new, from what is owned or lies in the basket.</summary>
    /// <param name="owned">Keys of products, in any order; repeated ones count once, unknown ones not at all.</param>
    /// <param name="model">A fitted model; it is not changed.</param>
    /// <param name="options">How many; null for the defaults.</param>
    /// <returns>Best first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static IReadOnlyList<NextProduct> For(IEnumerable<PurchaseKey> owned, IProductModel model, NextProductOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(owned);
        ArgumentNullException.ThrowIfNull(model);
        options ??= new NextProductOptions();
        options.Check();
        int[] positions = [.. owned.Select(model.Products.Find).Where(position => position >= 0).Distinct().Order()];
        var ranking = new ProductRanking(model, options);
        ranking.Rank(positions);
        var list = new NextProduct[ranking.Products.Length];
        for (var i = 0; i < list.Length; i++)
        {
            var product = ranking.Products[i];
            list[i] = new NextProduct(model.Products[product], ranking.Scores[i], Reasons(model, positions, product, options.Reasons));
        }

        return list;
    }

    /// <summary>The owned products that add most to a score; only those that speak for it.</summary>
    internal static IReadOnlyList<ProductReason> Reasons(IProductModel model, ReadOnlySpan<int> owned, int product, int count)
    {
        var reasons = new List<(int Owned, float Contribution)>(owned.Length);
        foreach (var one in owned)
        {
            var contribution = model.Contribution(one, product);
            if (contribution > 0 && one != product) reasons.Add((one, contribution));
        }

        return [.. reasons.OrderByDescending(reason => reason.Contribution).ThenBy(reason => reason.Owned).Take(count)
            .Select(reason => new ProductReason(model.Products[reason.Owned], reason.Contribution))];
    }
}
