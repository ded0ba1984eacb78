using System.Data.Common;
using Crm.Persistence.EfCore.Marketing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>
/// Inserts many rows of one of our tables in the open transaction: one prepared command on SQLite, one command over arrays on
/// PostgreSQL. Columns and conversions come from the model.
/// </summary>
internal static class BulkInsert
{
    private const int RowsPerCommand = 5_000;

    public static Task WriteAsync<T>(DbContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class =>
        WriteAsync(context, BulkPlan.For(context, typeof(T)), rows.Select(r => ((object)r, (object?)null)).ToList(), cancellationToken);

    /// <summary>Inserts parts of aggregates, each with the id of its root.</summary>
    public static Task WritePartsAsync<T>(DbContext context, IReadOnlyList<(T Part, object RootId)> rows, CancellationToken cancellationToken)
        where T : class =>
        WriteAsync(context, BulkPlan.For(context, typeof(T)), rows.Select(r => ((object)r.Part, (object?)r.RootId)).ToList(), cancellationToken);

    /// <summary>Inserts parts of aggregates, all of one type, each with the id of its root.</summary>
    public static Task WritePartsAsync(DbContext context, IReadOnlyList<(object Part, object RootId)> rows, CancellationToken cancellationToken) => rows.Count == 0
        ? Task.CompletedTask
        : WriteAsync(context, BulkPlan.For(context, rows[0].Part.GetType()), rows.Select(r => (r.Part, (object?)r.RootId)).ToList(), cancellationToken);

    private static async Task WriteAsync(DbContext context, BulkPlan plan, List<(object Row, object? RootId)> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var command = context.Database.GetDbConnection().CreateCommand();
            command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
            var tenant = (context as ICrmDbContext)?.CrmTenantId;
            if (CrmDatabases.Of(context) == CrmDatabase.PostgreSql)
            {
                foreach (var chunk in rows.Chunk(RowsPerCommand))
                {
                    await WriteArraysAsync(command, plan, chunk, tenant, cancellationToken).ConfigureAwait(false);
                }
            }
            else
            {
                await WriteOneByOneAsync(command, plan, rows, tenant, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }

        await CustomerTouches.WriteAsync(context, plan.Entity, rows, cancellationToken).ConfigureAwait(false);
    }

    // One row to a command: SQLite keeps the pages that a command of several rows changes, in case a constraint stops it midway.
    private static async Task WriteOneByOneAsync(
        DbCommand command, BulkPlan plan, List<(object Row, object? RootId)> rows, string? tenant, CancellationToken cancellationToken)
    {
        command.CommandText = plan.InsertOne;
        foreach (var column in plan.Columns)
        {
            // A name without its sign would be sought with each sign there is, at every row.
            command.Parameters.Add(column.Mapping.CreateParameter(command, "@" + column.Parameter, null, true));
        }

        var columns = plan.Columns;
        var parameters = command.Parameters.Cast<DbParameter>().ToArray();
        var isPrepared = false;
        foreach (var (row, rootId) in rows)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                parameters[i].Value = columns[i].StoredValue(row, rootId, tenant) ?? DBNull.Value;
            }

            if (!isPrepared)
            {
                await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
                isPrepared = true;
            }

            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task WriteArraysAsync(
        DbCommand command, BulkPlan plan, (object Row, object? RootId)[] rows, string? tenant, CancellationToken cancellationToken)
    {
        command.CommandText = plan.InsertArrays;
        command.Parameters.Clear();
        foreach (var column in plan.Columns)
        {
            var values = Array.CreateInstance(column.ArrayElement, rows.Length);
            for (var i = 0; i < rows.Length; i++)
            {
                values.SetValue(column.StoredValue(rows[i].Row, rows[i].RootId, tenant), i);
            }

            command.Parameters.Add(column.ArrayParameter(command, values));
        }

        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
