using System.Data.Common;
using System.Globalization;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>What the SQLite engine at hand needs.</summary>
internal static class SqliteEngine
{
    private const int LongestWaitSeconds = 5;

    // Log files are cut after each restart, so that their length tells what waits in them.
    private const string NobodyCheckpoints = "PRAGMA wal_autocheckpoint=0; PRAGMA journal_size_limit=0;";

    /// <summary>
    /// Settles a connection. EXTRA is FULL, and also syncs the folder where a rollback journal is deleted at commit; only then
    /// is a save that returned on disk in every journal mode. None of it changes the database.
    /// </summary>
    public static void Settle(DbConnection connection)
    {
        using var command = connection.CreateCommand();

        // The connection's default timeout: SQLite waits finer than the provider, but not longer than the host wants.
        var seconds = command.CommandTimeout is > 0 and < LongestWaitSeconds ? command.CommandTimeout : LongestWaitSeconds;
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={seconds}000; PRAGMA synchronous=EXTRA; {Checkpoints(connection)}");
        command.ExecuteNonQuery();
    }

    /// <summary>
    /// Whether a checkpoint that runs beside a writer can damage a WAL database: SQLite 3.7.0 to 3.51.2, but for the repaired
    /// 3.44.6 and 3.50.7 (sqlite.org/wal.html, the WAL-reset bug). The library that Microsoft.Data.Sqlite brings is such a one.
    /// </summary>
    public static bool HasWalResetRace(DbConnection connection) => HasWalResetRace(connection.ServerVersion);

    public static bool HasWalResetRace(string engine) =>
        !Version.TryParse(engine, out var version)
        || (version < new Version(3, 51, 3)
            && !(version.Minor == 50 && version.Build >= 7)
            && !(version.Minor == 44 && version.Build >= 6));

    private static string Checkpoints(DbConnection connection) => HasWalResetRace(connection) ? NobodyCheckpoints : string.Empty;
}
