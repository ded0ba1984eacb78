namespace Crm.Analytics.Recommendations;

/// <summary>Finds the most similar products of one product after the other, on one thread.</summary>
internal sealed class NeighbourSearch(OwnedProducts owned, (int[] Starts, int[] Customers) byProduct, ItemKnnOptions options)
{
    private readonly int[] _common = new int[owned.Products.Count];
    private readonly List<int> _met = [];
    private readonly PriorityQueue<int, (float Similarity, int Product)> _kept = new(Comparer<(float Similarity, int Product)>.Create(WorstFirst));

    /// <summary>The neighbours of a product, in any order.</summary>
    public (float Similarity, int Product)[] Nearest(int product)
    {
        Count(product);
        var buyers = Buyers(product);
        _common[product] = 0;
        _kept.Clear();
        foreach (var other in _met)
        {
            if (other == product) continue;
            var similarity = (float)(_common[other] / (Math.Sqrt((double)buyers * Buyers(other)) + options.Shrinkage));
            _common[other] = 0;
            if (_kept.Count < options.Neighbours) _kept.Enqueue(other, (similarity, other));
            else if (_kept.TryPeek(out _, out var worst) && WorstFirst((similarity, other), worst) > 0) _kept.EnqueueDequeue(other, (similarity, other));
        }

        return [.. _kept.UnorderedItems.Select(item => item.Priority)];
    }

    private void Count(int product)
    {
        _met.Clear();
        for (var i = byProduct.Starts[product]; i < byProduct.Starts[product + 1]; i++)
        {
            foreach (var other in owned.Of(byProduct.Customers[i]))
            {
                if (_common[other]++ == 0) _met.Add(other);
            }
        }
    }

    private int Buyers(int product) => byProduct.Starts[product + 1] - byProduct.Starts[product];

    private static int WorstFirst((float Similarity, int Product) one, (float Similarity, int Product) other)
    {
        var bySimilarity = one.Similarity.CompareTo(other.Similarity);
        return bySimilarity != 0 ? bySimilarity : other.Product.CompareTo(one.Product);
    }
}
