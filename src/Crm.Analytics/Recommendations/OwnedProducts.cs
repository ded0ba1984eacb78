using Crm.Analytics.Purchases;

namespace Crm.Analytics.Recommendations;

/// <summary>Which customer bought which products, as the pairs that occur; quantities, amounts and repetitions do not matter.</summary>
/// <remarks>
/// Returns are no purchases and take nothing away: what came back was wanted once. Rows without a product are left out.
/// Immutable; the size is that of the pairs, never customers × products.
/// </remarks>
public sealed class OwnedProducts
{
    private readonly int[] _starts;
    private readonly int[] _products;

    internal OwnedProducts(PurchaseKeys customers, PurchaseKeys products, int[] starts, int[] owned, int unknownPairs = 0) =>
        (Customers, Products, _starts, _products, UnknownPairs) = (customers, products, starts, owned, unknownPairs);

    /// <summary>The keys of the customers, ascending.</summary>
    public PurchaseKeys Customers { get; }

    /// <summary>The keys of the products, ascending.</summary>
    public PurchaseKeys Products { get; }

    /// <summary>How many pairs there are.</summary>
    public int Pairs => _products.Length;

    /// <summary>How many pairs were left out because their product is not in <see cref="Products"/>.</summary>
    public int UnknownPairs { get; }

    /// <summary>Takes the pairs of a log.</summary>
    /// <param name="log">The purchases.</param>
    public static OwnedProducts From(PurchaseLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var first = new FirstPurchases(log);
        var (starts, owned) = (new int[log.CustomerCount + 1], new List<int>());
        for (var customer = 0; customer < log.CustomerCount; customer++)
        {
            var begun = owned.Count;
            foreach (var (product, _) in first.Of(customer)) owned.Add(product);
            owned.Sort(begun, owned.Count - begun, null);
            starts[customer + 1] = owned.Count;
        }

        return new OwnedProducts(log.Customers, log.Products, starts, [.. owned]);
    }

    /// <summary>The positions of the products a customer bought, ascending.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such customer.</exception>
    public ReadOnlySpan<int> Of(int customer) => _products.AsSpan(_starts[customer], _starts[customer + 1] - _starts[customer]);

    /// <summary>The same pairs with the positions of another list of products, such as a model's.</summary>
    /// <param name="products">The list; pairs whose product it does not have are left out and counted.</param>
    public OwnedProducts In(PurchaseKeys products)
    {
        ArgumentNullException.ThrowIfNull(products);
        if (ReferenceEquals(products, Products)) return this;
        // Both lists are ascending, so positions keep their order.
        var places = Products.Select(products.Find).ToArray();
        var (starts, owned) = (new int[_starts.Length], new List<int>(_products.Length));
        for (var customer = 0; customer < Customers.Count; customer++)
        {
            foreach (var product in Of(customer))
            {
                if (places[product] >= 0) owned.Add(places[product]);
            }

            starts[customer + 1] = owned.Count;
        }

        return new OwnedProducts(Customers, products, starts, [.. owned], UnknownPairs + _products.Length - owned.Count);
    }

    /// <summary>For each product the customers who bought it, ascending, one product after the other.</summary>
    internal (int[] Starts, int[] Customers) ByProduct()
    {
        var starts = new int[Products.Count + 1];
        foreach (var product in _products) starts[product + 1]++;
        for (var product = 0; product < Products.Count; product++) starts[product + 1] += starts[product];
        var (next, customers) = (starts.AsSpan(0, Products.Count).ToArray(), new int[_products.Length]);
        for (var customer = 0; customer < Customers.Count; customer++)
        {
            foreach (var product in Of(customer)) customers[next[product]++] = customer;
        }

        return (starts, customers);
    }
}
