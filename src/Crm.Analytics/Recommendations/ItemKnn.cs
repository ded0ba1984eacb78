using Crm.Analytics.Parallelism;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Recommendations;

/// <summary>
/// Item-based nearest neighbours: a product scores the sum of its similarities to those of its k most similar products that are owned.
/// Similarity is buyers of both / (√(buyers of one · buyers of the other) + shrinkage).
/// </summary>
/// <remarks>
/// Sources: M. Deshpande, G. Karypis, "Item-Based Top-N Recommendation Algorithms", ACM TOIS 22 (2004); shrinkage after R. Bell, Y. Koren (2007).
/// Among equally similar products the one with the lower key is nearer. Co-purchases are counted from pairs, never as a dense matrix.
/// </remarks>
public sealed class ItemKnn : IProductModel
{
    private readonly int[] _starts;
    private readonly int[] _scored;
    private readonly float[] _similarities;

    private ItemKnn(PurchaseKeys products, ItemKnnOptions options, (int[] Starts, int[] Scored, float[] Similarities) lists)
    {
        (Products, Options) = (products, options);
        (_starts, _scored, _similarities) = lists;
    }

    /// <inheritdoc/>
    public PurchaseKeys Products { get; }

    /// <summary>How the model was fitted.</summary>
    public ItemKnnOptions Options { get; }

    /// <summary>Fits the model.</summary>
    /// <param name="owned">Who bought what.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static ItemKnn Fit(OwnedProducts owned, ItemKnnOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(owned);
        options ??= new ItemKnnOptions();
        options.Check();
        var degree = Slices.Degree(options.DegreeOfParallelism);
        var byProduct = owned.ByProduct();
        var nearest = new (float Similarity, int Product)[owned.Products.Count][];
        var slices = Slices.Count(nearest.Length, degree, 256);
        Slices.Run(slices, degree, slice =>
        {
            var search = new NeighbourSearch(owned, byProduct, options);
            for (var product = slice; product < nearest.Length; product += slices) nearest[product] = search.Nearest(product);
        });
        return new ItemKnn(owned.Products, options, Transpose(nearest));
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> owned, Span<float> scores)
    {
        scores[..Products.Count].Clear();
        foreach (var product in owned)
        {
            for (var i = _starts[product]; i < _starts[product + 1]; i++) scores[_scored[i]] += _similarities[i];
        }
    }

    /// <inheritdoc/>
    public float Contribution(int owned, int product)
    {
        var found = Array.BinarySearch(_scored, _starts[owned], _starts[owned + 1] - _starts[owned], product);
        return found < 0 ? 0 : _similarities[found];
    }

    /// <summary>From the neighbours of each product to the products that each is a neighbour of, ascending.</summary>
    private static (int[] Starts, int[] Scored, float[] Similarities) Transpose((float Similarity, int Product)[][] nearest)
    {
        var starts = new int[nearest.Length + 1];
        foreach (var list in nearest)
        {
            foreach (var (_, product) in list) starts[product + 1]++;
        }

        for (var product = 0; product < nearest.Length; product++) starts[product + 1] += starts[product];
        var next = starts.AsSpan(0, nearest.Length).ToArray();
        var (scored, similarities) = (new int[starts[^1]], new float[starts[^1]]);
        for (var candidate = 0; candidate < nearest.Length; candidate++)
        {
            foreach (var (similarity, product) in nearest[candidate])
            {
                var place = next[product]++;
                (scored[place], similarities[place]) = (candidate, similarity);
            }
        }

        return (starts, scored, similarities);
    }
}
