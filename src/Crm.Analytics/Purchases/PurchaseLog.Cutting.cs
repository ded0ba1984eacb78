using NodaTime;

namespace Crm.Analytics.Purchases;

public sealed partial class PurchaseLog
{
    /// <summary>The log as it was known at the end of a day: later rows, and customers who have none but later rows, are gone.</summary>
    /// <param name="through">The last day observed; it may lie after the last row, which lengthens the observation.</param>
    public PurchaseLog Observe(LocalDate through)
    {
        var kept = CustomersSeenBy(DayNumber.FromDate(through));
        return Cut(kept, Customers.Take(kept), int.MinValue, DayNumber.FromDate(through), through);
    }

    /// <summary>Cuts the log at a day into calibration and holdout with the same customers.</summary>
    /// <param name="calibrationEnd">The last day of the calibration.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is not before the last day observed.</exception>
    public PurchaseSplit Split(LocalDate calibrationEnd)
    {
        if (ObservedThrough is not { } end || calibrationEnd >= end)
            throw new ArgumentOutOfRangeException(
                nameof(calibrationEnd), calibrationEnd, $"The log is observed through {ObservedThrough}; nothing is left to hold out.");

        var cut = DayNumber.FromDate(calibrationEnd);
        var kept = CustomersSeenBy(cut);
        var customers = Customers.Take(kept);
        return new PurchaseSplit(
            Cut(kept, customers, int.MinValue, cut, calibrationEnd),
            Cut(kept, customers, cut + 1, int.MaxValue, end),
            calibrationEnd,
            DayNumber.FromDate(end) - cut,
            CustomerCount - kept.Length);
    }

    private int[] CustomersSeenBy(int day)
    {
        var seen = new List<int>(CustomerCount);
        for (var customer = 0; customer < CustomerCount; customer++)
        {
            var first = _rowStarts[customer];
            if (first < _rowStarts[customer + 1] && _days[first] <= day) seen.Add(customer);
        }

        return [.. seen];
    }

    /// <summary>The rows of some customers between two days, in the order they have.</summary>
    private PurchaseLog Cut(int[] customers, PurchaseKeys keys, int firstDay, int lastDay, LocalDate through)
    {
        var starts = new int[customers.Length + 1];
        var ranges = new (int Start, int End)[customers.Length];
        for (var i = 0; i < customers.Length; i++)
        {
            var (start, end) = (_rowStarts[customers[i]], _rowStarts[customers[i] + 1]);
            while (start < end && _days[start] < firstDay) start++;
            while (start < end && _days[end - 1] > lastDay) end--;
            ranges[i] = (start, end);
            starts[i + 1] = starts[i] + end - start;
        }

        var arrays = new LogArrays(starts, Copy(_days), Copy(_amounts))
        {
            Quantities = Copy(_quantities), Products = Copy(_products), Orders = Copy(_orders), Costs = Copy(_costs),
        };
        return new PurchaseLog(keys, Products, Orders, arrays, RowsWithoutCustomer, through);

        T[] Copy<T>(T[] column)
        {
            if (column.Length == 0) return [];
            var copy = new T[starts[^1]];
            for (var i = 0; i < ranges.Length; i++)
                column.AsSpan(ranges[i].Start, ranges[i].End - ranges[i].Start).CopyTo(copy.AsSpan(starts[i]));
            return copy;
        }
    }
}
