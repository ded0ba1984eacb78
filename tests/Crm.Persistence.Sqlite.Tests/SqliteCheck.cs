using Microsoft.Data.Sqlite;

namespace Crm.Persistence.Sqlite.Tests;

/// <summary>What SQLite itself says of a file.</summary>
public static class SqliteCheck
{
    public static void IsIntact(string connectionString)
    {
        Scalar(connectionString, "PRAGMA integrity_check").Should().Be("ok");
        Scalar(connectionString, "SELECT count(*) FROM pragma_foreign_key_check").Should().Be(0L);
    }

    public static object? Scalar(string connectionString, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_autocheckpoint=0";
        command.ExecuteNonQuery();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
