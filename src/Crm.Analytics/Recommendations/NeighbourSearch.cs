namespace Crm.Analytics.Recommendations;

/// <summary>Finds the most similar products of one product after the other, on one thread.</summary>
internal sealed class NeighbourSearch(OwnedProducts owned, (int[] Starts, int[] Customers) byProduct, ItemKnnOptions options)
{
    private readonly int[] _common = new int[owned.Products.Count];
    private readonly int[] _met = new int[owned.Products.Count + 1];
    private readonly PriorityQueue<int, (float Similarity, int Product)> _kept = new(Comparer<(float Similarity, int Product)>.Create(WorstFirst));

    /// <summary>The neighbours of a product, in any order.</summary>
    public (float Similarity, int Product)[] Nearest(int product)
    {
        var met = Count(product);
        var buyers = Buyers(product);
        _common[product] = 0;
        _kept.Clear();
        var worst = float.NegativeInfinity;
        foreach (var other in _met.AsSpan(0, met))
        {
            if (other == product) continue;
            var similarity = (float)(_common[other] / (Math.Sqrt((double)buyers * Buyers(other)) + options.Shrinkage));
            _common[other] = 0;
            // Most are out at a glance; only an equal one needs its key looked at.
            if (similarity < worst) continue;
            if (_kept.Count < options.Neighbours) _kept.Enqueue(other, (similarity, other));
            else if (_kept.TryPeek(out _, out var last) && WorstFirst((similarity, other), last) > 0) _kept.EnqueueDequeue(other, (similarity, other));
            if (_kept.Count == options.Neighbours && _kept.TryPeek(out _, out var least)) worst = least.Similarity;
        }

        return [.. _kept.UnorderedItems.Select(item => item.Priority)];
    }

    /// <returns>How many products were met.</returns>
    private int Count(int product)
    {
        var (common, met, count) = (_common, _met, 0);
        for (var i = byProduct.Starts[product]; i < byProduct.Starts[product + 1]; i++)
        {
            foreach (var other in owned.Of(byProduct.Customers[i]))
            {
                // Without a branch: the place is overwritten until a product is met for the first time.
                var before = common[other];
                met[count] = other;
                count += before == 0 ? 1 : 0;
                common[other] = before + 1;
            }
        }

        return count;
    }

    private int Buyers(int product) => byProduct.Starts[product + 1] - byProduct.Starts[product];

    private static int WorstFirst((float Similarity, int Product) one, (float Similarity, int Product) other)
    {
        var bySimilarity = one.Similarity.CompareTo(other.Similarity);
        return bySimilarity != 0 ? bySimilarity : other.Product.CompareTo(one.Product);
    }
}
