using Crm.Analytics.Purchases;

namespace Crm.Analytics.Baskets;

/// <summary>Rows of a log grouped into baskets.</summary>
internal static class LogBaskets
{
    /// <summary>Where each basket's rows are in the list of row numbers. A customer's baskets follow one another by day, then order.</summary>
    public static (List<(int Start, int Length)> Baskets, int[] Rows) Of(PurchaseLog log, BasketUnit unit)
    {
        var rows = new List<int>();
        var baskets = new List<(int, int)>();
        var byOrder = new List<(int Day, int Order, int Row)>();
        for (var customer = 0; customer < log.CustomerCount; customer++)
        {
            byOrder.Clear();
            var (first, end) = (log.RowStarts[customer], log.RowStarts[customer + 1]);
            for (var row = first; row < end; row++)
            {
                if (log.ProductPositions.IsEmpty || log.ProductPositions[row] < 0 || log.IsReturn(row)) continue;
                var order = unit == BasketUnit.Order && !log.OrderPositions.IsEmpty ? log.OrderPositions[row] : -1;
                byOrder.Add((unit == BasketUnit.Customer || order >= 0 ? 0 : log.Days[row], order, row));
            }

            byOrder.Sort();
            for (var i = 0; i < byOrder.Count; i++)
            {
                var starts = i == 0 || byOrder[i].Day != byOrder[i - 1].Day || byOrder[i].Order != byOrder[i - 1].Order;
                if (starts) baskets.Add((rows.Count, 0));
                rows.Add(byOrder[i].Row);
                baskets[^1] = (baskets[^1].Item1, baskets[^1].Item2 + 1);
            }
        }

        return (baskets, [.. rows]);
    }
}
