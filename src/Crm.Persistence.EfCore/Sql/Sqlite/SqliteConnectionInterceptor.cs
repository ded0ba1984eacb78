using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>
/// Settles every SQLite connection that the CRM context opens: a save that returned is on disk, writers wait for each other inside
/// SQLite, and on engines with the WAL-reset race nobody checkpoints but <see cref="SqliteCheckpointer"/>. The journal mode is
/// left as the database has it. Asynchronous acts of SQLite are synchronous, so there is one way for both.
/// </summary>
internal sealed partial class SqliteConnectionInterceptor(ILogger<SqliteConnectionInterceptor> logger) : DbConnectionInterceptor, IDbTransactionInterceptor
{
    private const int ClosingsBetweenLooks = 32;
    private const long HugeLog = 16 * SqliteCheckpointer.LargeLog;

    private int _closings;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!IsSqlite(eventData.Context))
        {
            return;
        }

        try
        {
            SqliteEngine.Settle(connection);
        }
        catch
        {
            // Left open, it would be taken for settled at the next use.
            connection.Close();
            throw;
        }
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    /// <summary>A save is done: a transaction may also end on a connection that stays open.</summary>
    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if (IsSqlite(eventData.Context))
        {
            Checkpoint(eventData.Context!.Database.GetDbConnection());
        }
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }

    /// <summary>Single statements commit without a transaction of EF Core's; looking at the log now and then is enough for them.</summary>
    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        if (IsSqlite(eventData.Context) && (Interlocked.Increment(ref _closings) & (ClosingsBetweenLooks - 1)) == 0)
        {
            Checkpoint(connection);
        }

        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        ValueTask.FromResult(ConnectionClosing(connection, eventData, result));

    private static bool IsSqlite(DbContext? context) => context is not null && CrmDatabases.Of(context) == CrmDatabase.Sqlite;

    private void Checkpoint(DbConnection connection)
    {
        if (SqliteEngine.HasWalResetRace(connection) && SqliteCheckpointer.CheckpointIfLarge(connection) is { } length && length >= HugeLog)
        {
            LogHugeLog(logger, connection.DataSource, length);
        }
    }

    [LoggerMessage(
        EventId = 3, Level = LogLevel.Warning, Message = "The write-ahead log of {Database} has {Length} bytes: a reader that does not end, or a full disk, keeps it from being copied.")]
    private static partial void LogHugeLog(ILogger logger, string database, long length);
}
