using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Sqlite.Tests;

/// <summary>SQLite files in a temporary folder.</summary>
public sealed class SqliteFixture : DatabaseFixture
{
    private readonly TemporaryFolder _folder = new();
    private int _count;

    public override string Provider => "sqlite";

    public override DbContextOptionsBuilder UseProvider(DbContextOptionsBuilder options, string connectionString) => options.UseSqlite(connectionString);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override Task<string> CreateAsync() =>
        Task.FromResult(new SqliteConnectionStringBuilder { DataSource = _folder.File($"{Interlocked.Increment(ref _count)}.db") }.ToString());

    protected override Task DropAsync(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
        return Task.CompletedTask;
    }
}
