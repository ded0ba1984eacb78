using System.Collections.Concurrent;
using System.Data.Common;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>
/// The only one that checkpoints where the engine has the WAL-reset race. That race needs a writer that restarts the log while a
/// checkpoint runs, so a first connection holds the write lock while a second one copies the log into the database. A checkpoint
/// that takes the lock itself (FULL, RESTART, TRUNCATE) would not do: it goes on without the lock when it waits too long.
/// </summary>
internal static class SqliteCheckpointer
{
    /// <summary>SQLite's own threshold of 1,000 pages of 4 KiB.</summary>
    public const long LargeLog = 4 * 1024 * 1024;

    private const int TriesForReaders = 20;
    private static readonly TimeSpan s_pauseForReaders = TimeSpan.FromMilliseconds(5);
    private static readonly ConcurrentDictionary<string, Log> s_logs = new(StringComparer.Ordinal);

    /// <summary>Checkpoints the database of an open connection that is in no transaction, if its log is large and nobody else is at it.</summary>
    /// <returns>The log's length when the checkpoint failed or could not copy everything; else null.</returns>
    public static long? CheckpointIfLarge(DbConnection connection)
    {
        // Empty for databases in memory; absolute for all others, whatever the connection string says.
        var path = connection.DataSource;
        if (string.IsNullOrEmpty(path))
        {
            return null;
        }

        var file = new FileInfo(path + "-wal");
        var length = file.Exists ? file.Length : 0;
        var log = s_logs.GetOrAdd(path, static _ => new Log());
        if (!log.TryBegin(length))
        {
            return null;
        }

        var copied = false;
        try
        {
            copied = TryCheckpoint(connection);
        }
        finally
        {
            log.End();
        }

        return copied ? null : length;
    }

    /// <summary>Checkpoints the database of an open connection that is in no transaction, whatever the log's length.</summary>
    /// <returns>Whether everything was copied.</returns>
    public static bool CheckpointAll(DbConnection connection) => TryCheckpoint(connection);

    private static bool TryCheckpoint(DbConnection connection)
    {
        try
        {
            using var holder = OpenAnother(connection);
            using var copier = OpenAnother(connection);
            Execute(holder, "BEGIN IMMEDIATE");
            try
            {
                for (var tries = 0; tries < TriesForReaders; tries++)
                {
                    // Nothing is committed meanwhile, so readers of older states soon leave, and new ones are in nobody's way.
                    if (CopiesAll(copier))
                    {
                        return true;
                    }

                    Thread.Sleep(s_pauseForReaders);
                }

                return false;
            }
            finally
            {
                Execute(holder, "ROLLBACK");
            }
        }
        catch (DbException)
        {
            // The save that brought us here is done: its caller must not learn that the log stays long, whether the lock was
            // not to be had, the database is read-only or the disk is full. The next save tries again.
            return false;
        }
    }

    private static DbConnection OpenAnother(DbConnection connection)
    {
        var another = DbProviderFactories.GetFactory(connection)!.CreateConnection()!;
        another.ConnectionString = new DbConnectionStringBuilder
        {
            ConnectionString = connection.ConnectionString,
            ["Pooling"] = "False",
            ["Cache"] = "Private",
        }.ToString();
        another.Open();
        SqliteEngine.Settle(another);
        Execute(another, "PRAGMA busy_timeout=100");
        return another;
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 1;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static bool CopiesAll(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        using var row = command.ExecuteReader();
        return row.Read() && row.GetInt64(0) == 0 && row.GetInt64(1) == row.GetInt64(2);
    }

    /// <summary>What this process knows of one log.</summary>
    private sealed class Log
    {
        private long _next = LargeLog;
        private int _isBusy;

        public bool TryBegin(long length)
        {
            if (length < LargeLog)
            {
                Volatile.Write(ref _next, LargeLog);
                return false;
            }

            if (length < Volatile.Read(ref _next) || Interlocked.Exchange(ref _isBusy, 1) == 1)
            {
                return false;
            }

            // The next write restarts and cuts the log, unless readers still use it: then the next try comes a quarter later.
            Volatile.Write(ref _next, length + (length / 4));
            return true;
        }

        public void End() => Volatile.Write(ref _isBusy, 0);
    }
}
