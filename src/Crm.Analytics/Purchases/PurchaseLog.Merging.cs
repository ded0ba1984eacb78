using NodaTime;

namespace Crm.Analytics.Purchases;

public sealed partial class PurchaseLog
{
    /// <summary>
    /// The rows of this log and another as one log, equal to the log of all rows at once; on the same day of a customer this log's
    /// rows come first. Nothing is read twice: the cost is that of copying both logs.
    /// </summary>
    /// <param name="other">Other purchases, of the same or other customers; rows that both logs have are there twice.</param>
    /// <returns>The merged log, observed through the later of both last days.</returns>
    /// <exception cref="ArgumentException">Customers, products or orders have keys of different kinds in the two logs.</exception>
    /// <exception cref="OverflowException">The rows together are more than 2^31 − 1, or their total does not fit 64 bits.</exception>
    public PurchaseLog Merge(PurchaseLog other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var customers = Customers.Union(other.Customers, "Customer");
        var products = Products.Union(other.Products, "Product");
        var orders = Orders.Union(other.Orders, "Order");
        var (starts, sources) = Interleave(this, other, customers.Left, customers.Right, customers.Keys.Count);
        var arrays = new LogArrays(starts, Pick(sources, _days, other._days, 0), Pick(sources, _amounts, other._amounts, 0))
        {
            Quantities = Pick(sources, _quantities, other._quantities, FixedPoint.Scale),
            Products = Pick(sources, Moved(_products, products.Left), Moved(other._products, products.Right), -1),
            Orders = Pick(sources, Moved(_orders, orders.Left), Moved(other._orders, orders.Right), -1),
            Costs = Pick(sources, _costs, other._costs, 0),
        };
        return new PurchaseLog(
            customers.Keys, products.Keys, orders.Keys, arrays, RowsWithoutCustomer + other.RowsWithoutCustomer, Later(ObservedThrough, other.ObservedThrough));
    }

    /// <summary>This log with more rows, such as those of one more day, equal to the log of all rows at once.</summary>
    /// <param name="rows">The new rows in any order; earlier days are allowed.</param>
    /// <exception cref="ArgumentException">As for <see cref="PurchaseLogBuilder.Add"/>, or keys are of another kind than this log's.</exception>
    /// <exception cref="OverflowException">As for <see cref="Merge"/>.</exception>
    public PurchaseLog Append(IEnumerable<PurchaseRow> rows) => Merge(From(rows));

    /// <summary>For every row of the result the row it comes from: of the left log, or the complement of one of the right.</summary>
    private static (int[] Starts, int[] Sources) Interleave(PurchaseLog left, PurchaseLog right, int[] leftPlaces, int[] rightPlaces, int customers)
    {
        var (starts, sources) = (new int[customers + 1], GC.AllocateUninitializedArray<int>(checked(left.RowCount + right.RowCount)));
        var (l, r, count) = (0, 0, 0);
        for (var customer = 0; customer < customers; customer++)
        {
            starts[customer] = count;
            var (i, leftEnd) = l < leftPlaces.Length && leftPlaces[l] == customer ? (left._rowStarts[l], left._rowStarts[++l]) : (0, 0);
            var (j, rightEnd) = r < rightPlaces.Length && rightPlaces[r] == customer ? (right._rowStarts[r], right._rowStarts[++r]) : (0, 0);
            while (i < leftEnd || j < rightEnd)
            {
                var isLeft = j == rightEnd || (i < leftEnd && left._days[i] <= right._days[j]);
                sources[count++] = isLeft ? i++ : ~j++;
            }
        }

        starts[customers] = count;
        return (starts, sources);
    }

    /// <summary>A column of the result; where one log has none it has what an absent column means.</summary>
    private static T[] Pick<T>(int[] sources, T[] left, T[] right, T absent)
    {
        if (left.Length == 0 && right.Length == 0) return [];
        var picked = GC.AllocateUninitializedArray<T>(sources.Length);
        for (var row = 0; row < picked.Length; row++)
        {
            var (column, source) = sources[row] >= 0 ? (left, sources[row]) : (right, ~sources[row]);
            picked[row] = column.Length == 0 ? absent : column[source];
        }

        return picked;
    }

    private static int[] Moved(int[] positions, int[] places) => Array.ConvertAll(positions, position => position < 0 ? position : places[position]);

    private static LocalDate? Later(LocalDate? left, LocalDate? right) => left is null || right > left ? right : left;
}
