using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Sqlite.Tests;

/// <summary>SQLite files in a temporary folder.</summary>
public sealed class SqliteFixture : DatabaseFixture
{
    // Templates outlive the class that made them.
    private static readonly TemporaryFolder s_folder = new();
    private static int s_count;

    static SqliteFixture() => AppDomain.CurrentDomain.ProcessExit += (_, _) => s_folder.Dispose();

    public override string Provider => "sqlite";

    public override DbContextOptionsBuilder UseProvider(DbContextOptionsBuilder options, string connectionString) => options.UseSqlite(connectionString);

    protected override Task<string> CreateAsync(string? template)
    {
        var path = s_folder.File($"{Interlocked.Increment(ref s_count)}.db");
        if (template is not null)
        {
            File.Copy(PathOf(template), path);
        }

        return Task.FromResult(new SqliteConnectionStringBuilder { DataSource = path }.ToString());
    }

    protected override void Release(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    protected override Task DropAsync(string connectionString)
    {
        Release(connectionString);
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(PathOf(connectionString) + suffix);
        }

        return Task.CompletedTask;
    }

    private static string PathOf(string connectionString) => new SqliteConnectionStringBuilder(connectionString).DataSource;
}
