using System.Globalization;
using Crm.Analytics.Fitting;
using Crm.Analytics.Grouping;
using Crm.Analytics.Parallelism;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// The distinct purchase histories of many customers with their weights. A model's likelihood and predictions depend on
/// these alone, so a million customers cost as much as the (usually far fewer) different histories among them.
/// </summary>
/// <remarks>Immutable. Histories are in ascending order whatever the order of the customers.</remarks>
public sealed class RecencyFrequencyTable
{
    private const int FrequencyLimit = 1 << 20;
    private const int DayBits = 21;

    private readonly RecencyFrequency[] _histories;
    private readonly double[] _weights;
    private readonly int[] _historyOf;
    private readonly int _degree;

    private RecencyFrequencyTable(
        RecencyFrequency[] histories, int[] historyOf, ReadOnlySpan<double> weights, TimeUnit unit, ObservationWindow? window, int degree)
    {
        (_histories, _historyOf, Unit, Window, _degree) = (histories, historyOf, unit, window, degree);
        _weights = new double[histories.Length];
        for (var row = 0; row < historyOf.Length; row++)
        {
            if (historyOf[row] < 0)
            {
                LeftOut++;
                continue;
            }

            _weights[historyOf[row]] += weights.IsEmpty ? 1 : weights[row];
        }

        Customers = _weights.Sum();
    }

    /// <summary>The distinct histories, ascending.</summary>
    public ReadOnlySpan<RecencyFrequency> Histories => _histories;

    /// <summary>How many customers have each history.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>For each source row the index of its history, or −1 for a customer without a purchase.</summary>
    public ReadOnlySpan<int> HistoryOf => _historyOf;

    /// <summary>The sum of the weights: how many customers the table stands for.</summary>
    public double Customers { get; }

    /// <summary>How many customers were left out because they have no purchase.</summary>
    public int LeftOut { get; }

    /// <summary>The unit of recencies and ages.</summary>
    public TimeUnit Unit { get; }

    /// <summary>The days the data cover; null when not known.</summary>
    public ObservationWindow? Window { get; }

    /// <summary>Groups the customers of a summary; row i is customer i.</summary>
    /// <param name="summaries">The customers; those without a purchase are left out and counted.</param>
    /// <param name="unit">The unit for durations; default weeks.</param>
    /// <param name="degreeOfParallelism">How many threads may work, here and in predictions; default one per processor.</param>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not defined, or the degree is below one.</exception>
    /// <exception cref="ArgumentException">A customer has more than a million purchase days or 5,700 years.</exception>
    public static RecencyFrequencyTable From(
        CustomerSummaries summaries, TimeUnit unit = TimeUnit.Week, int? degreeOfParallelism = null)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        var (length, degree) = (unit.Days(), Slices.Degree(degreeOfParallelism));
        var packed = new long[summaries.Count];
        var missing = new bool[summaries.Count];
        for (var i = 0; i < packed.Length; i++)
        {
            var (x, recency, age) = (summaries.Frequencies[i], summaries.RecencyDays[i], summaries.AgeDays[i]);
            if (x >= FrequencyLimit || age >= 1 << DayBits) throw new ArgumentException("A history is too long to group.", nameof(summaries));
            packed[i] = ((long)x << (2 * DayBits)) | ((long)recency << DayBits) | (uint)age;
            missing[i] = summaries.PurchaseDays[i] == 0;
        }

        var encoding = new KeyEncoding<long, Int64Rules>(packed, missing, degree);
        const long dayMask = (1 << DayBits) - 1;
        var histories = Array.ConvertAll(encoding.Keys, key => new RecencyFrequency(
            (int)(key >> (2 * DayBits)), ((key >> DayBits) & dayMask) / length, (key & dayMask) / length));
        return new(histories, encoding.Positions, default, unit, summaries.Window, degree);
    }

    /// <summary>Groups histories that were made elsewhere.</summary>
    /// <param name="rows">One history per row.</param>
    /// <param name="weights">How many customers each row stands for; empty means one.</param>
    /// <param name="unit">The unit of the rows; default weeks.</param>
    /// <param name="window">The days the data cover, if known.</param>
    /// <param name="degreeOfParallelism">How many threads may work, here and in predictions; default one per processor.</param>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not defined, or the degree is below one.</exception>
    /// <exception cref="ArgumentException">A row is impossible, a weight is negative or not finite, or the lengths differ.</exception>
    public static RecencyFrequencyTable From(
        ReadOnlySpan<RecencyFrequency> rows,
        ReadOnlySpan<double> weights = default,
        TimeUnit unit = TimeUnit.Week,
        ObservationWindow? window = null,
        int? degreeOfParallelism = null)
    {
        var degree = Slices.Degree(degreeOfParallelism);
        if (!weights.IsEmpty && weights.Length != rows.Length)
            throw new ArgumentException($"There are {weights.Length} weights for {rows.Length} rows.", nameof(weights));
        foreach (var row in rows) row.Check(nameof(rows));
        foreach (var weight in weights)
        {
            if (!double.IsFinite(weight) || weight < 0) throw new ArgumentException("A weight is negative or not finite.", nameof(weights));
        }

        unit.Days();
        var encoding = new KeyEncoding<RecencyFrequency, RecencyFrequencyRules>(rows.ToArray(), default, degree);
        return new(encoding.Keys, encoding.Positions, weights, unit, window, degree);
    }

    /// <summary>How many customers have no repeat purchase.</summary>
    internal double WithoutRepeat
    {
        get
        {
            var without = 0.0;
            for (var i = 0; i < _histories.Length && _histories[i].Frequency == 0; i++) without += _weights[i];
            return without;
        }
    }

    /// <summary>The table as a sample for a fit.</summary>
    /// <exception cref="ArgumentException">The table has no customer with a purchase.</exception>
    internal FitSample<RecencyFrequency> ToSample(string name)
    {
        if (!(Customers > 0)) throw new ArgumentException("There is no customer with a purchase to learn from.", name);
        var sample = new FitSample<RecencyFrequency>(_histories, _weights, Customers, Unit, Window);
        if (LeftOut > 0)
            sample.Warnings.Add(new(FitWarningCode.CustomersLeftOut, string.Create(
                CultureInfo.InvariantCulture, $"{LeftOut} customers without a purchase were left out.")));
        if (!(WithoutRepeat < Customers))
            sample.Warnings.Add(new(FitWarningCode.NoRepeatPurchases, "No customer has a repeat purchase; the estimates mean nothing."));
        return sample;
    }

    /// <summary>Computes a figure once per distinct history and spreads it over the source rows; NaN for customers left out.</summary>
    /// <param name="figure">The figure; called on several threads.</param>
    public double[] Map(Func<RecencyFrequency, double> figure) => Map(figure, double.NaN);

    /// <summary>Computes something once per distinct history and spreads it over the source rows.</summary>
    /// <param name="figure">What to compute; called on several threads.</param>
    /// <param name="missing">What customers without a purchase get.</param>
    public T[] Map<T>(Func<RecencyFrequency, T> figure, T missing)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var figures = Distinct(figure);
        return Array.ConvertAll(_historyOf, history => history < 0 ? missing : figures[history]);
    }

    /// <summary>Something for every distinct history.</summary>
    internal T[] Distinct<T>(Func<RecencyFrequency, T> figure)
    {
        var slices = Slices.Count(_histories.Length, _degree, 256);
        var figures = new T[_histories.Length];
        Slices.Run(slices, _degree, slice =>
        {
            var (start, end) = Slices.Range(slice, slices, figures.Length);
            for (var i = start; i < end; i++) figures[i] = figure(_histories[i]);
        });
        return figures;
    }
}
