using System.Globalization;
using Crm.Analytics.Purchases;
using Crm.Domain.Orders;

namespace Crm.Analytics.Lifetime;

/// <summary>The distinct contract histories of many customers, of one cohort or several, with their weights.</summary>
/// <remarks>Immutable. Ordered by renewals, running contracts first.</remarks>
public sealed class ContractTable
{
    private const int MaximumRenewals = 100_000;

    private readonly ContractHistory[] _histories;
    private readonly double[] _weights;

    private ContractTable(SortedDictionary<(int Renewals, bool Cancelled), double> counts)
    {
        var informative = counts.Where(count => count.Value > 0).ToArray();
        _histories = Array.ConvertAll(informative, count => new ContractHistory(count.Key.Renewals, count.Key.Cancelled));
        _weights = Array.ConvertAll(informative, count => count.Value);
        Customers = _weights.Sum();
    }

    /// <summary>The distinct histories.</summary>
    public ReadOnlySpan<ContractHistory> Histories => _histories;

    /// <summary>How many customers have each history.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>The sum of the weights.</summary>
    public double Customers { get; }

    /// <summary>The most renewals of any customer.</summary>
    public int LongestRenewals => _histories.Length == 0 ? 0 : _histories[^1].Renewals;

    /// <summary>Groups histories.</summary>
    /// <param name="rows">One history per row.</param>
    /// <param name="weights">How many customers each row stands for; empty means one.</param>
    /// <exception cref="ArgumentException">A row has negative or more than 100,000 renewals, a weight is negative or not finite, or the lengths differ; the message names the row.</exception>
    public static ContractTable From(ReadOnlySpan<ContractHistory> rows, ReadOnlySpan<double> weights = default)
    {
        SpendTable.CheckWeights(weights, rows.Length);
        var counts = new SortedDictionary<(int, bool), double>();
        for (var i = 0; i < rows.Length; i++)
        {
            var (renewals, cancelled) = rows[i];
            if (renewals is < 0 or > MaximumRenewals)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Row {i}: {renewals} renewals are out of range."), nameof(rows));
            counts[(renewals, cancelled)] = counts.GetValueOrDefault((renewals, cancelled)) + (weights.IsEmpty ? 1 : weights[i]);
        }

        return new(counts);
    }

    /// <summary>Takes the contracts of the CRM's own subscriptions, of one cohort or several.</summary>
    /// <param name="cohorts">The cohorts, such as <see cref="Subscriptions.CohortsAsync"/> counts them.</param>
    /// <exception cref="ArgumentException">A count has negative or more than 100,000 renewals.</exception>
    public static ContractTable FromCohorts(IEnumerable<ContractCohort> cohorts)
    {
        ArgumentNullException.ThrowIfNull(cohorts);
        var counts = cohorts.SelectMany(cohort => cohort.Counts).ToArray();
        return From(
            Array.ConvertAll(counts, count => new ContractHistory(count.Renewals, count.IsCancelled)).AsSpan(),
            Array.ConvertAll(counts, count => (double)count.Contracts));
    }

    /// <summary>Takes a cohort's survivor curve.</summary>
    /// <param name="customers">How many customers had a running contract in each period, the first being all of them.</param>
    /// <exception cref="ArgumentException">A count is negative, not finite, or above the one before; the message names the period.</exception>
    public static ContractTable FromSurvivors(ReadOnlySpan<double> customers)
    {
        var counts = new SortedDictionary<(int, bool), double>();
        for (var period = 0; period < customers.Length; period++)
        {
            var now = customers[period];
            if (!double.IsFinite(now) || now < 0 || (period > 0 && now > customers[period - 1]))
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Period {period}: {now} customers are no survivors of those before."), nameof(customers));
            if (period > 0) counts[(period - 1, true)] = customers[period - 1] - now;
            if (period == customers.Length - 1) counts[(period, false)] = now;
        }

        return new(counts);
    }

    /// <summary>The table as a sample for a fit.</summary>
    /// <exception cref="ArgumentException">No customer could renew or cancel yet.</exception>
    internal FitSample<ContractHistory> ToSample(string name) => Array.Exists(_histories, history => history.Renewals > 0 || history.Cancelled)
        ? new(_histories, _weights, Customers, TimeUnit.Day, Window: null)
        : throw new ArgumentException("There is no contract that was renewed or cancelled to learn from.", name);
}
