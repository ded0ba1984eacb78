using System.Globalization;

namespace Crm.Analytics.Lifetime;

/// <summary>The customers of a table by the values of their covariates: who have the same ones share the parameters.</summary>
internal sealed class CovariateGroups
{
    public CovariateGroups(RecencyFrequencyTable table, IReadOnlyList<CustomerCovariate> covariates)
    {
        Check(table, covariates);
        GroupOf = new int[table.HistoryOf.Length];
        var columns = covariates.Select(covariate => covariate.Values).ToArray();
        int[] rows = [.. Enumerable.Range(0, GroupOf.Length)];
        Array.Sort(rows, (x, y) => Compare(columns, x, y));
        var values = new List<double[]>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (i == 0 || Compare(columns, rows[i - 1], rows[i]) != 0) values.Add([.. columns.Select(column => column.Span[rows[i]])]);
            GroupOf[rows[i]] = values.Count - 1;
        }

        Values = values;
    }

    /// <summary>The group of each source row.</summary>
    public int[] GroupOf { get; }

    /// <summary>The covariates of each group.</summary>
    public IReadOnlyList<double[]> Values { get; }

    /// <summary>The distinct histories of every group, with how many customers have each.</summary>
    public (CovariateHistory[] Rows, double[] Weights) Histories(RecencyFrequencyTable table)
    {
        var counts = new SortedDictionary<CovariateHistory, double>();
        for (var row = 0; row < GroupOf.Length; row++)
        {
            if (table.HistoryOf[row] < 0) continue;
            var history = new CovariateHistory(GroupOf[row], table.Histories[table.HistoryOf[row]]);
            counts[history] = counts.GetValueOrDefault(history) + 1;
        }

        return ([.. counts.Keys], [.. counts.Values]);
    }

    private static int Compare(ReadOnlyMemory<double>[] columns, int x, int y)
    {
        foreach (var column in columns)
        {
            var order = column.Span[x].CompareTo(column.Span[y]);
            if (order != 0) return order;
        }

        return 0;
    }

    private static void Check(RecencyFrequencyTable table, IReadOnlyList<CustomerCovariate> covariates)
    {
        if (covariates.Count == 0) throw new ArgumentException("There is no covariate.", nameof(covariates));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var covariate in covariates)
        {
            if (!names.Add(covariate.Name)) throw new ArgumentException($"Two covariates are called {covariate.Name}.", nameof(covariates));
            if (covariate.Values.Length != table.HistoryOf.Length)
                throw new ArgumentException($"{covariate.Name} has {covariate.Values.Length} values, the table {table.HistoryOf.Length} rows.", nameof(covariates));
            for (var row = 0; row < covariate.Values.Length; row++)
            {
                if (!double.IsFinite(covariate.Values.Span[row]))
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Row {row} of {covariate.Name} is not finite."), nameof(covariates));
            }
        }

        if (table.Customers != table.HistoryOf.Length - table.LeftOut)
            throw new ArgumentException("Covariates belong to customers, so every row must be one customer, without a weight.", nameof(table));
    }
}
