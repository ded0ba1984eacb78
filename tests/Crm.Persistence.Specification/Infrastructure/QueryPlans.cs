using System.Data.Common;
using System.Globalization;

namespace Crm.Persistence.Specification.Infrastructure;

/// <summary>How the database answers the queries on some tables, by EXPLAIN.</summary>
public sealed class QueryPlans
{
    private readonly List<string> _lines = [];
    private readonly string _tables;

    /// <summary>Explains every query from now on that names a table with this beginning.</summary>
    public QueryPlans(SeenCommands seen, string tables)
    {
        _tables = tables;
        seen.Before = Explain;
    }

    /// <summary>The plans since the last question use the index, and scan none of the tables.</summary>
    public void ShouldSeek(string path, string index)
    {
        var plan = string.Join('\n', _lines);
        _lines.Clear();
        plan.Should().Contain($"crm_{index}", path);
        plan.Should().NotContain($"Seq Scan on {_tables}", path);
        plan.Split('\n').Should().NotContain(l => l.StartsWith("SCAN ", StringComparison.Ordinal) && !l.Contains("USING", StringComparison.Ordinal) && l != "SCAN CONSTANT ROW", path);
    }

    /// <summary>The plans since the last question seek by the index and sort nothing: the index has the order.</summary>
    public void ShouldSeekInOrder(string path, string index)
    {
        var plan = string.Join('\n', _lines);
        plan.Should().NotContain("USE TEMP B-TREE", path).And.NotMatchRegex(@"(^|\n)\s*(->\s*)?Sort\b", path);
        ShouldSeek(path, index);
    }

    /// <summary>The plans since the last question use the index; what belongs to the row may be scanned where its table is small.</summary>
    public void ShouldUse(string path, string index)
    {
        _lines.Should().Contain(l => l.Contains($"crm_{index}", StringComparison.Ordinal), path);
        _lines.Clear();
    }

    private void Explain(DbCommand command)
    {
        var text = command.CommandText;
        if (!text.Contains(_tables, StringComparison.Ordinal) || !text.StartsWith("select", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        command.CommandText = (command.Connection!.GetType().Name == "SqliteConnection" ? "explain query plan " : "explain ") + text;
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                _lines.Add(Convert.ToString(reader.GetValue(reader.FieldCount - 1), CultureInfo.InvariantCulture)!);
            }
        }

        command.CommandText = text;
    }
}
