using Crm.Analytics.Parallelism;

namespace Crm.Analytics.Purchases;

public sealed partial class CustomerSummaries
{
    private const int MinimumCustomersPerSlice = 1 << 12;

    private CustomerSummaries(PurchaseLog log, SummaryOptions options)
    {
        Customers = log.Customers;
        Returns = options.Returns;
        AsOf = options.AsOf ?? log.ObservedThrough;
        Window = AsOf is { } asOf && log.Window is { } window && window.First <= asOf ? window with { Through = asOf } : null;
        (_purchaseDays, _frequencies, _orders) = (new int[Count], new int[Count], new int[Count]);
        (_recencyDays, _ageDays) = (new int[Count], new int[Count]);
        (_firstDays, _lastDays) = (new int[Count], new int[Count]);
        (_totals, _monetary) = (new long[Count], new double[Count]);
    }

    /// <summary>Summarises every customer of a log.</summary>
    /// <param name="log">The purchases.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree of parallelism is below one, or the return policy is not defined.</exception>
    /// <exception cref="OverflowException">A customer's total does not fit 64 bits.</exception>
    public static CustomerSummaries From(PurchaseLog log, SummaryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        options ??= new SummaryOptions();
        if (options.Returns is not (ReturnPolicy.Net or ReturnPolicy.Ignore))
            throw new ArgumentOutOfRangeException(nameof(options), options.Returns, "Not a defined return policy.");
        var degree = Slices.Degree(options.DegreeOfParallelism);
        var summaries = new CustomerSummaries(log, options);
        var slices = Slices.Count(log.CustomerCount, degree, MinimumCustomersPerSlice);
        Slices.Run(slices, degree, slice =>
        {
            var (start, end) = Slices.Range(slice, slices, log.CustomerCount);
            // For each order the last customer, plus one, who was seen with it.
            var seen = log.Orders.Count == 0 ? [] : new int[log.Orders.Count];
            for (var customer = start; customer < end; customer++) summaries.Summarise(log, customer, seen);
        });
        return summaries;
    }

    private void Summarise(PurchaseLog log, int customer, int[] seen)
    {
        var days = log.Days;
        var amounts = log.Amounts;
        var asOf = AsOf is { } day ? DayNumber.FromDate(day) : NoDay;
        var (first, last, lastWithoutOrder) = (NoDay, NoDay, NoDay);
        var (purchaseDays, orderCount, total, afterFirst) = (0, 0, 0L, 0L);
        var (row, end) = (log.RowStarts[customer], log.RowStarts[customer + 1]);
        for (; row < end && days[row] <= asOf; row++)
        {
            if (log.IsReturn(row))
            {
                if (Returns == ReturnPolicy.Ignore) continue;
            }
            else
            {
                if (first == NoDay) first = days[row];
                if (days[row] != last) purchaseDays++;
                last = days[row];
                if (IsNewOrder(log.OrderPositions, row, customer, seen, days[row], ref lastWithoutOrder)) orderCount++;
            }

            total = checked(total + amounts[row]);
            if (purchaseDays > 0 && days[row] > first) afterFirst += amounts[row];
        }

        _purchaseDays[customer] = purchaseDays;
        _frequencies[customer] = Math.Max(0, purchaseDays - 1);
        (_firstDays[customer], _lastDays[customer]) = (first, last);
        (_recencyDays[customer], _ageDays[customer]) = purchaseDays == 0 ? (0, 0) : (last - first, asOf - first);
        _orders[customer] = orderCount;
        _totals[customer] = total;
        _monetary[customer] = purchaseDays < 2 ? 0 : afterFirst / (double)FixedPoint.Scale / (purchaseDays - 1);
    }

    private static bool IsNewOrder(
        ReadOnlySpan<int> orders, int row, int customer, int[] seen, int day, ref int lastWithoutOrder)
    {
        if (orders.IsEmpty || orders[row] < 0)
        {
            var isNew = lastWithoutOrder != day;
            lastWithoutOrder = day;
            return isNew;
        }

        if (seen[orders[row]] == customer + 1) return false;
        seen[orders[row]] = customer + 1;
        return true;
    }
}
