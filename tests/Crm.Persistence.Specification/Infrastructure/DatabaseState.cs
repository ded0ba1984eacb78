using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Infrastructure;

/// <summary>Every row of every table, as counts and checksums, so that a test can say that nothing changed.</summary>
public static class DatabaseState
{
    /// <summary>Reads all tables of the context but the number series, which keep what they gave out.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(DbContext context)
    {
        var state = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var tables = context.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>()
            .Where(t => !t.EndsWith("number_series", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);
        await context.Database.OpenConnectionAsync();
        foreach (var table in tables)
        {
            var rows = await RowsAsync(context, table);
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows.Order(StringComparer.Ordinal))));
            state[table] = string.Create(CultureInfo.InvariantCulture, $"{rows.Count} rows, {Convert.ToHexString(hash)[..16]}");
        }

        await context.Database.CloseConnectionAsync();
        return state;
    }

    private static async Task<List<string>> RowsAsync(DbContext context, string table)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"select * from \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
