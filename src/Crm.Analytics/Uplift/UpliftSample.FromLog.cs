using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Uplift;

public sealed partial class UpliftSample
{
    /// <summary>Takes outcome and past from purchases.</summary>
    /// <param name="log">The purchases.</param>
    /// <param name="members">All customers of the experiment, those who bought nothing included: to leave them out would compare buyers alone.</param>
    /// <param name="start">The first day whose purchases are outcome; the past is before it.</param>
    /// <param name="options">What counts; null for the defaults.</param>
    /// <exception cref="ArgumentException">A customer is in the experiment twice or has no key, or the last day is before the first.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static UpliftSample From(PurchaseLog log, IEnumerable<UpliftMember> members, LocalDate start, UpliftSampleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(members);
        options ??= new UpliftSampleOptions();
        if (!Enum.IsDefined(options.Measure)) throw new ArgumentOutOfRangeException(nameof(options), options.Measure, "Not a defined measure.");
        if (options.PastDays < 1) throw new ArgumentOutOfRangeException(nameof(options), options.PastDays, "The past needs a day.");
        var through = options.Through ?? log.ObservedThrough;
        if (through < start) throw new ArgumentException($"The outcome ends on {through}, before it starts on {start}.", nameof(options));

        var (first, last) = (DayNumber.FromDate(start), through is { } day ? DayNumber.FromDate(day) : int.MaxValue);
        var since = options.PastDays is { } past ? (int)Math.Max(int.MinValue, (long)first - past) : int.MinValue;
        var product = options.Product.Kind == PurchaseKeyKind.None ? (int?)null : log.Products.Find(options.Product);
        var (seen, treated, outcomes, before, missing) = (new HashSet<PurchaseKey>(), new List<bool>(), new List<double>(), new List<double>(), 0);
        foreach (var member in members)
        {
            if (member.Customer.Kind == PurchaseKeyKind.None) throw new ArgumentException($"Member {treated.Count} has no key.", nameof(members));
            if (!seen.Add(member.Customer)) throw new ArgumentException($"{member.Customer} is in the experiment twice.", nameof(members));
            var customer = log.Customers.Find(member.Customer);
            if (customer < 0) missing++;
            treated.Add(member.IsTreated);
            outcomes.Add(customer < 0 ? 0 : Measure(log, customer, first, last, product, options.Measure));
            before.Add(customer < 0 ? 0 : Measure(log, customer, since, first - 1, null, options.Measure));
        }

        return new UpliftSample([.. treated], [.. outcomes], [.. before]) { CustomersNotInLog = missing };
    }

    private static double Measure(PurchaseLog log, int customer, int first, int last, int? product, UpliftMeasure measure)
    {
        var (revenue, days, counted) = (0L, 0, int.MinValue);
        for (var row = log.RowStarts[customer]; row < log.RowStarts[customer + 1]; row++)
        {
            var day = log.Days[row];
            if (day < first || day > last || (product is { } wanted && (log.ProductPositions.IsEmpty || wanted < 0 || log.ProductPositions[row] != wanted))) continue;
            revenue = checked(revenue + log.Amounts[row]);
            if (log.IsReturn(row) || (days > 0 && day == counted)) continue;
            (days, counted) = (days + 1, day);
        }

        return measure == UpliftMeasure.Revenue ? (double)FixedPoint.ToDecimal(revenue) : days;
    }
}
