using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Input;

/// <summary>Which column of a file stands for which name: <c>--map name=column,…</c>.</summary>
internal sealed class ColumnMap
{
    private readonly Dictionary<string, string> _columns;

    private ColumnMap(Dictionary<string, string> columns) => _columns = columns;

    /// <summary>Reads the option; the known names say what may stand on the left.</summary>
    public static ColumnMap Parse(string? text, IReadOnlyList<string> names)
    {
        var columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !names.Contains(parts[0], StringComparer.OrdinalIgnoreCase))
            {
                throw CommandFailure.Usage($"--map {pair}: name=column is expected, where name is one of {string.Join(", ", names)}.");
            }

            if (!columns.TryAdd(parts[0], parts[1]))
            {
                throw CommandFailure.Usage($"--map names {parts[0]} twice.");
            }
        }

        return new ColumnMap(columns);
    }

    /// <summary>The column for a name: the mapped one, else the one of the same name.</summary>
    public string ColumnOf(string name) => _columns.GetValueOrDefault(name, name);

    /// <summary>The same, with one more name.</summary>
    public ColumnMap With(string name, string column) => new(new Dictionary<string, string>(_columns, _columns.Comparer) { [name] = column });

    public bool Maps(string name) => _columns.ContainsKey(name);
}
