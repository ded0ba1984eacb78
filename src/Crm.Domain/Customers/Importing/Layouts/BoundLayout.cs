using System.Globalization;
using System.Text.RegularExpressions;

namespace Crm.Domain.Customers;

/// <summary>A layout on the header of one file: which position holds what.</summary>
internal sealed partial class BoundLayout
{
    public BoundLayout(CustomerLayout layout, IReadOnlyList<string> header)
    {
        Layout = layout;
        var known = new Dictionary<string, List<LayoutColumn>>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in layout.Columns)
        {
            if (!known.TryGetValue(column.Column.Trim(), out var same))
            {
                known.Add(column.Column.Trim(), same = []);
            }

            same.Add(column);
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var bound = new List<BoundColumn>();
        for (var i = 0; i < header.Count; i++)
        {
            var cell = header[i].Trim();
            var (columns, number) = Find(known, cell);
            if (seen.Add(cell) && columns is not null)
            {
                bound.AddRange(columns.Select(c => new BoundColumn(i, cell, TargetOf(c, number))));
            }
        }

        Columns = bound;
        var demanded = layout.IsStrict ? layout.Columns : layout.Demanded;
        Missing = demanded.FirstOrDefault(c => !seen.Any(cell => cell.Equals(c.Column.Trim(), StringComparison.OrdinalIgnoreCase) || Matches(c.Column, cell)))?.Column;
    }

    public CustomerLayout Layout { get; }

    /// <summary>The columns that the file has, in its order.</summary>
    public IReadOnlyList<BoundColumn> Columns { get; }

    /// <summary>A column that must be there and is not.</summary>
    public string? Missing { get; }

    private static bool Matches(string column, string cell) => column.Contains("{n}", StringComparison.Ordinal) && Digits().Replace(cell, "{n}", 1).Equals(column, StringComparison.OrdinalIgnoreCase);

    private static ImportTarget TargetOf(LayoutColumn column, int number)
    {
        _ = ImportTarget.TryParse(column.Target, out var target);
        return column.Target.EndsWith("#{n}", StringComparison.Ordinal) ? target with { Group = number } : target;
    }

    private static (List<LayoutColumn>? Columns, int Number) Find(Dictionary<string, List<LayoutColumn>> known, string cell)
    {
        if (known.TryGetValue(cell, out var exact))
        {
            return (exact, 0);
        }

        var digits = Digits().Match(cell);
        return digits.Success && known.TryGetValue(Digits().Replace(cell, "{n}", 1), out var numbered)
            ? (numbered, int.Parse(digits.Value, CultureInfo.InvariantCulture))
            : (null, 0);
    }

    [GeneratedRegex("[0-9]{1,4}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Digits();
}

/// <summary>One column of a file that holds something.</summary>
/// <param name="Position">Its place, from 0.</param>
/// <param name="Name">Its header cell.</param>
/// <param name="Target">What it holds.</param>
internal readonly record struct BoundColumn(int Position, string Name, ImportTarget Target);
