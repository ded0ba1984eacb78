using Microsoft.Data.Sqlite;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/sqlite.md.</summary>
internal static class SqliteGuide
{
    // docs: sqlite-own-connection
    /// <summary>A connection of your own to the CRM's file: the settings last as long as the connection is open.</summary>
    public static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText = "PRAGMA busy_timeout=5000; PRAGMA synchronous=EXTRA; PRAGMA wal_autocheckpoint=0; PRAGMA journal_size_limit=0";
        settings.ExecuteNonQuery();
        return connection;
    }
    // docs: end

    // docs: sqlite-backup
    /// <summary>A copy of one moment, made while others write.</summary>
    public static void Backup(string connectionString, string path)
    {
        using var connection = Open(connectionString);
        using var backup = connection.CreateCommand();
        backup.CommandText = "VACUUM INTO $path";
        backup.Parameters.AddWithValue("$path", path);
        backup.ExecuteNonQuery();
    }
    // docs: end
}
