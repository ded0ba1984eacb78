using Crm.Analytics.Purchases;

namespace Crm.Analytics.Baskets;

/// <summary>What each customer bought on which day: purchases of known products, once a day, by day.</summary>
internal sealed class DatedProducts
{
    private readonly List<int> _starts = [0];
    private readonly List<(int Day, int Product)> _entries = [];

    public DatedProducts(PurchaseLog log, int? lastDay)
    {
        BuyersOf = [.. Enumerable.Range(0, log.Products.Count).Select(_ => new List<int>())];
        var (lastBuyer, own) = (new int[log.Products.Count], new List<(int Day, int Product)>());
        for (var customer = 0; customer < log.CustomerCount && !log.ProductPositions.IsEmpty; customer++)
        {
            own.Clear();
            for (var row = log.RowStarts[customer]; row < log.RowStarts[customer + 1]; row++)
            {
                if (log.ProductPositions[row] is >= 0 and var product && !log.IsReturn(row) && !(log.Days[row] > lastDay)) own.Add((log.Days[row], product));
            }

            if (own.Count == 0) continue;
            own.Sort();
            for (var i = 0; i < own.Count; i++)
            {
                if (i > 0 && own[i] == own[i - 1]) continue;
                _entries.Add(own[i]);
                if (lastBuyer[own[i].Product] == _starts.Count) continue;
                lastBuyer[own[i].Product] = _starts.Count;
                BuyersOf[own[i].Product].Add(Count);
            }

            _starts.Add(_entries.Count);
        }
    }

    /// <summary>Customers with a purchase.</summary>
    public int Count => _starts.Count - 1;

    /// <summary>The customers who bought each product.</summary>
    public List<int>[] BuyersOf { get; }

    public ReadOnlySpan<(int Day, int Product)> Of(int buyer) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_entries)[_starts[buyer].._starts[buyer + 1]];
}
