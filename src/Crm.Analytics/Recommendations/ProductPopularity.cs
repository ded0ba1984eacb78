using Crm.Analytics.Purchases;

namespace Crm.Analytics.Recommendations;

/// <summary>What most customers bought, the same for everybody: what any other model has to beat.</summary>
public sealed class ProductPopularity : IProductModel
{
    private readonly float[] _buyers;

    private ProductPopularity(PurchaseKeys products, float[] buyers) => (Products, _buyers) = (products, buyers);

    /// <inheritdoc/>
    public PurchaseKeys Products { get; }

    /// <summary>Counts the buyers of each product.</summary>
    /// <param name="owned">Who bought what.</param>
    public static ProductPopularity Fit(OwnedProducts owned)
    {
        ArgumentNullException.ThrowIfNull(owned);
        var (starts, _) = owned.ByProduct();
        var buyers = new float[owned.Products.Count];
        for (var product = 0; product < buyers.Length; product++) buyers[product] = starts[product + 1] - starts[product];
        return new ProductPopularity(owned.Products, buyers);
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> owned, Span<float> scores) => _buyers.CopyTo(scores);

    /// <inheritdoc/>
    public float Contribution(int owned, int product) => 0;
}
