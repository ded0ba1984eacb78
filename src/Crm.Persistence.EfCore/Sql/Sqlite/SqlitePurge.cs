using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>
/// Rebuilds a SQLite database so that nothing deleted is left in its file, and copies and cuts the write-ahead log so that nothing is
/// left there. The log is copied by the way that is safe beside writers on every engine.
/// </summary>
internal static class SqlitePurge
{
    public static async Task<bool> RunAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        if (database.CurrentTransaction is not null)
        {
            throw new InvalidOperationException("A database is purged outside of transactions.");
        }

        await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var connection = database.GetDbConnection();
            await ExecuteAsync(connection, "PRAGMA secure_delete=ON; VACUUM;", cancellationToken).ConfigureAwait(false);
            if (!string.Equals(await JournalAsync(connection, cancellationToken).ConfigureAwait(false), "wal", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            if (!SqliteCheckpointer.CheckpointAll(connection))
            {
                return false;
            }

            // The next write begins the log anew and cuts what is behind it; then only that write's page is in it.
            await ExecuteAsync(connection, "PRAGMA journal_size_limit=0;", cancellationToken).ConfigureAwait(false);
            await ExecuteAsync(connection, "PRAGMA user_version=" + await VersionAsync(connection, cancellationToken).ConfigureAwait(false) + ";", cancellationToken).ConfigureAwait(false);
            return SqliteCheckpointer.CheckpointAll(connection);
        }
        finally
        {
            await database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    private static async Task<string?> JournalAsync(DbConnection connection, CancellationToken cancellationToken) =>
        (await ScalarAsync(connection, "PRAGMA journal_mode", cancellationToken).ConfigureAwait(false))?.ToString();

    private static async Task<string> VersionAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Convert.ToString(await ScalarAsync(connection, "PRAGMA user_version", cancellationToken).ConfigureAwait(false), System.Globalization.CultureInfo.InvariantCulture)!;

    private static async Task<object?> ScalarAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
