using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Seasonality;

/// <summary>Revenue, quantity or buyers per period, without gaps: a period without a purchase has a zero.</summary>
public sealed class PurchaseSeries
{
    private const long MaximumValues = 100_000_000;

    private readonly double[] _values;
    private readonly int _firstPeriod;

    private PurchaseSeries(PurchaseKey product, SeriesOptions options, int firstPeriod, double[] values) =>
        (Product, Options, _firstPeriod, _values) = (product, options, firstPeriod, values);

    /// <summary>What was bought; no key for everything.</summary>
    public PurchaseKey Product { get; }

    /// <summary>How purchases became a series.</summary>
    public SeriesOptions Options { get; }

    /// <summary>A value for each period.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The first day of a period of the series, from 0; those after the last go on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative.</exception>
    public LocalDate StartOf(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        return Options.Period.StartOf(_firstPeriod + position);
    }

    /// <summary>The series of all purchases of a log.</summary>
    /// <param name="log">The purchases.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The series from the first period with a row; without values when no period was observed to its end.</returns>
    /// <exception cref="ArgumentException">The periods are too many.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The measure is not defined.</exception>
    public static PurchaseSeries From(PurchaseLog log, SeriesOptions? options = null) => Collect(log, options, false)[0];

    /// <summary>The series of each product of a log, all over the same periods, aligned with the log's products.</summary>
    /// <param name="log">The purchases; rows without a product are left out.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">The products have more than a hundred million periods together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The measure is not defined.</exception>
    public static IReadOnlyList<PurchaseSeries> ByProduct(PurchaseLog log, SeriesOptions? options = null) => Collect(log, options, true);

    private static PurchaseSeries[] Collect(PurchaseLog log, SeriesOptions? options, bool byProduct)
    {
        ArgumentNullException.ThrowIfNull(log);
        options ??= new SeriesOptions();
        if (!Enum.IsDefined(options.Measure)) throw new ArgumentOutOfRangeException(nameof(options), options.Measure, "Not a defined measure.");
        var rows = byProduct ? log.Products.Count : 1;
        var (first, count, asOf) = Periods(log, options);
        if ((long)rows * count > MaximumValues) throw new ArgumentException($"{rows} series of {count} periods are too many; take longer periods.", nameof(options));
        var sums = new long[rows * count];
        // For each cell the last customer, plus one, who was counted in it.
        var counted = options.Measure == SeriesMeasure.Buyers ? new int[sums.Length] : [];
        for (var customer = 0; customer < log.CustomerCount; customer++)
        {
            for (var row = log.RowStarts[customer]; row < log.RowStarts[customer + 1] && log.Days[row] <= asOf; row++)
            {
                var series = !byProduct ? 0 : log.ProductPositions.IsEmpty ? -1 : log.ProductPositions[row];
                var period = options.Period.NumberOf(log.Days[row]) - first;
                if (series < 0 || period >= count) continue;
                Add(log, row, customer, options.Measure, ref sums[(series * count) + period], counted, (series * count) + period);
            }
        }

        var unit = options.Measure == SeriesMeasure.Buyers ? 1.0 : FixedPoint.Scale;
        return [.. Enumerable.Range(0, rows).Select(series => new PurchaseSeries(
            byProduct ? log.Products[series] : default, options, first, Array.ConvertAll(sums[(series * count)..((series + 1) * count)], sum => sum / unit)))];
    }

    private static void Add(PurchaseLog log, int row, int customer, SeriesMeasure measure, ref long sum, int[] counted, int cell)
    {
        switch (measure)
        {
            case SeriesMeasure.Revenue:
                sum = checked(sum + log.Amounts[row]);
                break;
            case SeriesMeasure.Quantity:
                // Without quantities every row is one unit; that of a return comes back.
                sum = checked(sum + (log.Quantities.IsEmpty ? (log.IsReturn(row) ? -FixedPoint.Scale : FixedPoint.Scale) : log.Quantities[row]));
                break;
            default:
                if (log.IsReturn(row) || counted[cell] == customer + 1) break;
                counted[cell] = customer + 1;
                sum++;
                break;
        }
    }

    private static (int First, int Count, int AsOf) Periods(PurchaseLog log, SeriesOptions options)
    {
        if (log.Window is not { } window || (options.AsOf ?? log.ObservedThrough) is not { } asOf || asOf < window.First) return (0, 0, int.MinValue);
        var (first, last) = (options.Period.NumberOf(window.First), options.Period.NumberOf(asOf));
        if (!options.KeepPartialPeriod && asOf < options.Period.EndOf(last)) last--;
        return (first, last - first + 1, DayNumber.FromDate(asOf));
    }
}
