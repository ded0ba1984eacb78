using Crm.Analytics.Purchases;

namespace Crm.Analytics.Profit;

/// <summary>
/// How an amount is spread over customers, the best first: of profit, the whale curve, which rises above the whole where customers leave losses;
/// from its other end the Lorenz curve, with the Gini coefficient.
/// </summary>
/// <remarks>
/// Sources: R. S. Kaplan, V. G. Narayanan, "Measuring and Managing Customer Profitability", Journal of Cost Management 15 (2001);
/// M. O. Lorenz (1905); C. Gini (1914). Amounts are exact; of a tie, the lower position is first. Immutable.
/// </remarks>
public sealed class ConcentrationCurve
{
    private readonly int[] _order;
    private readonly long[] _cumulative;

    private ConcentrationCurve(int[] order, long[] cumulative, double? gini, (int Positive, int Negative) signs)
    {
        (_order, _cumulative, Gini) = (order, cumulative, gini);
        (Positive, Zero, Negative) = (signs.Positive, order.Length - signs.Positive - signs.Negative, signs.Negative);
    }

    /// <summary>How many customers there are.</summary>
    public int Count => _order.Length;

    /// <summary>How many have an amount above 0: the peak of the curve is after them.</summary>
    public int Positive { get; }

    /// <summary>How many have none.</summary>
    public int Zero { get; }

    /// <summary>How many have an amount below 0.</summary>
    public int Negative { get; }

    /// <summary>The positions of the customers, best first.</summary>
    public ReadOnlySpan<int> Order => _order;

    /// <summary>What the best have together, from the first on, in counts of 1/10,000.</summary>
    public ReadOnlySpan<long> Cumulative => _cumulative;

    /// <summary>What all have together.</summary>
    public decimal Total => Count == 0 ? 0 : FixedPoint.ToDecimal(_cumulative[^1]);

    /// <summary>What those with an amount above 0 have together.</summary>
    public decimal Peak => Positive == 0 ? 0 : FixedPoint.ToDecimal(_cumulative[Positive - 1]);

    /// <summary>The peak as a share of the total: 1 without losses, above it with them; null when the total is not above 0.</summary>
    public double? PeakShare => Total > 0 ? (double)(Peak / Total) : null;

    /// <summary>
    /// Half the mean difference of two customers, as a share of the mean: 0 when all have the same, nearly 1 when one has all, above it
    /// where some have less than nothing; null when the total is not above 0.
    /// </summary>
    public double? Gini { get; }

    /// <summary>Ranks amounts.</summary>
    /// <param name="amounts">The amount of each customer in counts of 1/10,000.</param>
    /// <exception cref="OverflowException">A sum does not fit 64 bits.</exception>
    public static ConcentrationCurve Of(ReadOnlySpan<long> amounts)
    {
        var (order, keys) = (new int[amounts.Length], new (long Amount, int Place)[amounts.Length]);
        for (var i = 0; i < order.Length; i++) (order[i], keys[i]) = (i, (amounts[i], i));
        Array.Sort(keys, order, Comparer<(long Amount, int Place)>.Create((one, other) =>
            one.Amount != other.Amount ? other.Amount.CompareTo(one.Amount) : one.Place.CompareTo(other.Place)));

        var (cumulative, sum, weighted, signs) = (new long[order.Length], 0L, (Int128)0, (Positive: 0, Negative: 0));
        for (var rank = 0; rank < order.Length; rank++)
        {
            var amount = amounts[order[rank]];
            cumulative[rank] = sum = checked(sum + amount);
            // The best has rank n from below: twice that, less n + 1.
            weighted += (Int128)amount * (order.Length - 1 - (2L * rank));
            signs = (signs.Positive + (amount > 0 ? 1 : 0), signs.Negative + (amount < 0 ? 1 : 0));
        }

        return new ConcentrationCurve(order, cumulative, sum > 0 ? (double)weighted / ((double)order.Length * sum) : null, signs);
    }

    /// <summary>What share of the total the best customers have.</summary>
    /// <param name="customers">Their share of all customers, 0 to 1; rounded up to whole customers.</param>
    /// <returns>The share; null when the total is not above 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public double? ShareOfTop(decimal customers)
    {
        if (customers is < 0 or > 1) throw new ArgumentOutOfRangeException(nameof(customers), customers, "A share is from 0 to 1.");
        var count = (int)decimal.Ceiling(customers * Count);
        return Total > 0 ? (count == 0 ? 0 : _cumulative[count - 1]) / (double)_cumulative[^1] : null;
    }

    /// <summary>How few customers, the best first, have a share of the total.</summary>
    /// <param name="share">The share, above 0 and at most 1.</param>
    /// <returns>Their number; null when the total is not above 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public int? CustomersFor(decimal share)
    {
        if (share is <= 0 or > 1) throw new ArgumentOutOfRangeException(nameof(share), share, "A share is above 0 and at most 1.");
        if (!(Total > 0)) return null;
        return Array.FindIndex(_cumulative, sum => sum >= share * _cumulative[^1]) + 1;
    }

    /// <summary>The class of each customer, aligned with the amounts: A to the first share of the total, B to the second, C the rest.</summary>
    /// <param name="a">Where A ends: the customer who passes this share is the last of A.</param>
    /// <param name="b">Where B ends.</param>
    /// <returns>The classes; C for everybody when the total is not above 0, and for whoever has nothing or less.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The shares are not ascending from above 0 to 1.</exception>
    public AbcClass[] Abc(decimal a = 0.8m, decimal b = 0.95m)
    {
        if (a <= 0 || b < a || b > 1) throw new ArgumentOutOfRangeException(nameof(b), b, $"The shares {a} and {b} are not ascending within 0 and 1.");
        var classes = new AbcClass[Count];
        Array.Fill(classes, AbcClass.C);
        var (ends, last) = (CustomersFor(a) ?? 0, CustomersFor(b) ?? 0);
        for (var rank = 0; rank < Math.Min(last, Positive); rank++) classes[_order[rank]] = rank < ends ? AbcClass.A : AbcClass.B;
        return classes;
    }
}
