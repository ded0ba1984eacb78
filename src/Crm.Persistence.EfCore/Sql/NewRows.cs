using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>
/// Inserts those rows that no unique index knows yet, in the open transaction, and says which they were. A row that somebody else is
/// just inserting is waited for.
/// </summary>
internal static class NewRows
{
    public static async Task<HashSet<string>> WriteAsync<T>(
        DbContext context, IReadOnlyList<T> rows, Func<T, string> keyOf, string column, CancellationToken cancellationToken)
        where T : class
    {
        var database = CrmDatabases.Of(context);
        if (rows.Count == 0 || database is not (CrmDatabase.PostgreSql or CrmDatabase.Sqlite))
        {
            // Elsewhere the unique index refuses the transaction as a whole, and the caller tries again.
            var keys = rows.Select(keyOf).ToList();
            var known = await context.Set<T>().AsNoTracking().Select(r => EF.Property<string>(r, column)).Where(k => keys.Contains(k)).ToListAsync(cancellationToken).ConfigureAwait(false);
            var missing = rows.Where(r => !known.Contains(keyOf(r))).ToList();
            await BulkInsert.WriteAsync(context, missing, cancellationToken).ConfigureAwait(false);
            return [.. missing.Select(keyOf)];
        }

        var plan = BulkPlan.For(context, typeof(T));
        var tenant = (context as ICrmDbContext)?.CrmTenantId;
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var command = context.Database.GetDbConnection().CreateCommand();
            command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
            return database == CrmDatabase.PostgreSql
                ? await WriteArraysAsync(command, plan, [.. rows], column, tenant, cancellationToken).ConfigureAwait(false)
                : await WriteOneByOneAsync(command, plan, rows, keyOf, tenant, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    private static async Task<HashSet<string>> WriteOneByOneAsync<T>(
        DbCommand command, BulkPlan plan, IReadOnlyList<T> rows, Func<T, string> keyOf, string? tenant, CancellationToken cancellationToken)
        where T : class
    {
        command.CommandText = $"{plan.InsertOne} on conflict do nothing";
        foreach (var column in plan.Columns)
        {
            command.Parameters.Add(column.Mapping.CreateParameter(command, column.Parameter, null, true));
        }

        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            for (var i = 0; i < plan.Columns.Length; i++)
            {
                command.Parameters[i].Value = plan.Columns[i].StoredValue(row, null, tenant) ?? DBNull.Value;
            }

            if (await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == 1)
            {
                written.Add(keyOf(row));
            }
        }

        return written;
    }

    private static async Task<HashSet<string>> WriteArraysAsync(
        DbCommand command, BulkPlan plan, object[] rows, string returning, string? tenant, CancellationToken cancellationToken)
    {
        command.CommandText = $"{plan.InsertArrays} on conflict do nothing returning \"{returning}\"";
        foreach (var column in plan.Columns)
        {
            var values = Array.CreateInstance(column.ArrayElement, rows.Length);
            for (var i = 0; i < rows.Length; i++)
            {
                values.SetValue(column.StoredValue(rows[i], null, tenant), i);
            }

            command.Parameters.Add(column.ArrayParameter(command, values));
        }

        var written = new HashSet<string>(StringComparer.Ordinal);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            written.Add(reader.GetString(0));
        }

        return written;
    }
}
