using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Infrastructure;

/// <summary>Every row of every table as text, so that a test can say what differs, or where a value still stands.</summary>
public static class TableContents
{
    /// <summary>Table to rows in order; the columns named are left out.</summary>
    public static async Task<SortedDictionary<string, List<string>>> ReadAsync(DbContext context, params string[] leftOut)
    {
        var contents = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        await context.Database.OpenConnectionAsync();
        foreach (var table in context.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"select * from \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string>();
            while (await reader.ReadAsync())
            {
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Where(i => !leftOut.Contains(reader.GetName(i)))
                    .Select(i => $"{reader.GetName(i)}={Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)}")));
            }

            rows.Sort(StringComparer.Ordinal);
            contents.Add(table, rows);
        }

        await context.Database.CloseConnectionAsync();
        return contents;
    }

    /// <summary>The tables in which an id still stands.</summary>
    public static async Task<IReadOnlyList<string>> HoldingAsync(DbContext context, Guid id) =>
        [.. (await ReadAsync(context)).Where(t => t.Value.Exists(row => row.Contains(id.ToString(), StringComparison.OrdinalIgnoreCase))).Select(t => t.Key)];
}
