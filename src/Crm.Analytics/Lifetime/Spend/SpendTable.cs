using System.Globalization;
using Crm.Analytics.Fitting;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// Repeat purchases and mean spend of many customers, ordered by frequency: the input of a spend model. Customers without
/// a repeat purchase, or whose mean is zero or below after returns, have nothing to say and are left out and counted.
/// </summary>
/// <remarks>Immutable. Rows are not collapsed: hardly two customers have the same mean.</remarks>
public sealed class SpendTable
{
    private readonly SpendHistory[] _histories;
    private readonly double[] _weights;

    private SpendTable(ReadOnlySpan<SpendHistory> rows, ReadOnlySpan<double> weights, ObservationWindow? window)
    {
        Window = window;
        // A counting sort by frequency; rows of one frequency stay in source order.
        var longest = 0;
        foreach (var row in rows)
        {
            if (row.IsInformative) longest = Math.Max(longest, row.Frequency);
        }

        if (longest > 1 << 24) throw new ArgumentException("A frequency is too large to group.", nameof(rows));
        var next = new int[longest + 2];
        foreach (var row in rows)
        {
            if (row.IsInformative) next[row.Frequency + 1]++;
            else if (row.Frequency > 0) WithoutSpend++;
            else WithoutRepeat++;
        }

        for (var x = 1; x < next.Length; x++) next[x] += next[x - 1];
        (_histories, _weights) = (new SpendHistory[next[^1]], new double[next[^1]]);
        for (var i = 0; i < rows.Length; i++)
        {
            if (!rows[i].IsInformative) continue;
            var at = next[rows[i].Frequency]++;
            (_histories[at], _weights[at]) = (rows[i], weights.IsEmpty ? 1 : weights[i]);
        }

        Customers = _weights.Sum();
        FrequencyCorrelation = Correlation();
    }

    /// <summary>The customers with at least one repeat purchase and a positive mean, by ascending frequency.</summary>
    public ReadOnlySpan<SpendHistory> Histories => _histories;

    /// <summary>How many customers each row stands for.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>The sum of the weights.</summary>
    public double Customers { get; }

    /// <summary>Rows left out because there was no repeat purchase.</summary>
    public int WithoutRepeat { get; }

    /// <summary>Rows left out because the mean of the repeat purchases is zero or negative.</summary>
    public int WithoutSpend { get; }

    /// <summary>
    /// Pearson's correlation of frequency and mean spend, −1 to 1; the models assume that there is none. Zero where either does
    /// not vary.
    /// </summary>
    public double FrequencyCorrelation { get; }

    /// <summary>The days the data cover; null when not known.</summary>
    public ObservationWindow? Window { get; }

    /// <summary>Takes frequency and monetary value of every customer of a summary.</summary>
    public static SpendTable From(CustomerSummaries summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        var rows = new SpendHistory[summaries.Count];
        for (var i = 0; i < rows.Length; i++) rows[i] = new(summaries.Frequencies[i], summaries.Monetary[i]);
        return new(rows, default, summaries.Window);
    }

    /// <summary>Takes histories that were made elsewhere.</summary>
    /// <param name="rows">One history per row.</param>
    /// <param name="weights">How many customers each row stands for; empty means one.</param>
    /// <param name="window">The days the data cover, if known.</param>
    /// <exception cref="ArgumentException">A row is impossible, a weight is negative or not finite, or the lengths differ; the message names the row.</exception>
    public static SpendTable From(ReadOnlySpan<SpendHistory> rows, ReadOnlySpan<double> weights = default, ObservationWindow? window = null)
    {
        CheckWeights(weights, rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Frequency < 0 || !double.IsFinite(rows[i].Spend))
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Row {i}: ({rows[i].Frequency}, {rows[i].Spend}) is no spend history."), nameof(rows));
        }

        return new(rows, weights, window);
    }

    /// <summary>The table as a sample for a fit.</summary>
    /// <exception cref="ArgumentException">No customer has a repeat purchase of any value.</exception>
    internal FitSample<SpendHistory> ToSample(string name)
    {
        if (!(Customers > 0)) throw new ArgumentException("There is no customer with a repeat purchase of any value to learn from.", name);
        var sample = new FitSample<SpendHistory>(_histories, _weights, Customers, TimeUnit.Day, Window);
        if (WithoutRepeat + WithoutSpend > 0)
            sample.Warnings.Add(new(FitWarningCode.CustomersLeftOut, string.Create(
                CultureInfo.InvariantCulture, $"{WithoutRepeat} customers without a repeat purchase and {WithoutSpend} without any spend were left out.")));
        if (Math.Abs(FrequencyCorrelation) > 0.3)
            sample.Warnings.Add(new(FitWarningCode.ValueDependsOnFrequency, string.Create(
                CultureInfo.InvariantCulture, $"Frequency and spend correlate at {FrequencyCorrelation:0.00}; the model assumes that they do not, so predictions for frequent buyers are off.")));
        return sample;
    }

    internal static void CheckWeights(ReadOnlySpan<double> weights, int rows)
    {
        if (!weights.IsEmpty && weights.Length != rows)
            throw new ArgumentException($"There are {weights.Length} weights for {rows} rows.", nameof(weights));
        for (var i = 0; i < weights.Length; i++)
        {
            if (!double.IsFinite(weights[i]) || weights[i] < 0)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Row {i}: the weight {weights[i]} is negative or not finite."), nameof(weights));
        }
    }

    private double Correlation()
    {
        if (!(Customers > 0)) return 0;
        var (meanX, meanZ) = (0.0, 0.0);
        for (var i = 0; i < _histories.Length; i++)
        {
            meanX += _weights[i] * _histories[i].Frequency;
            meanZ += _weights[i] * _histories[i].Spend;
        }

        (meanX, meanZ) = (meanX / Customers, meanZ / Customers);
        var (xx, zz, xz) = (0.0, 0.0, 0.0);
        for (var i = 0; i < _histories.Length; i++)
        {
            var (x, z) = (_histories[i].Frequency - meanX, _histories[i].Spend - meanZ);
            xx += _weights[i] * x * x;
            zz += _weights[i] * z * z;
            xz += _weights[i] * x * z;
        }

        return xx > 0 && zz > 0 ? xz / Math.Sqrt(xx * zz) : 0;
    }
}
