using Crm.Analytics.Purchases;

namespace Crm.Analytics.Recommendations;

/// <summary>When each product was first bought by a customer. Orders of one day follow each other as they came; an order is one moment.</summary>
internal sealed class FirstPurchases(PurchaseLog log)
{
    // For each product the last customer, plus one, who was seen with it.
    private readonly int[] _seen = new int[log.Products.Count];
    private readonly List<(int Product, int Moment)> _found = [];

    /// <summary>The products of a customer in the order of their first purchases, with the moment as a number that grows.</summary>
    /// <returns>A list that the next call overwrites.</returns>
    public List<(int Product, int Moment)> Of(int customer)
    {
        _found.Clear();
        if (log.ProductPositions.IsEmpty) return _found;
        var (start, end) = (log.RowStarts[customer], log.RowStarts[customer + 1]);
        for (var (row, moment) = (start, start); row < end; row++)
        {
            if (row == start || !IsSameOrder(row - 1, row)) moment = row;
            var product = log.ProductPositions[row];
            if (product < 0 || log.IsReturn(row) || _seen[product] == customer + 1) continue;
            _seen[product] = customer + 1;
            _found.Add((product, moment));
        }

        return _found;
    }

    // Without orders a day is one moment.
    private bool IsSameOrder(int row, int next) =>
        log.Days[row] == log.Days[next] && (log.OrderPositions.IsEmpty || log.OrderPositions[row] == log.OrderPositions[next]);
}
