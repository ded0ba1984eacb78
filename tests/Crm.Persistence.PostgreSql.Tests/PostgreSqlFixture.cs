using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Crm.Persistence.PostgreSql.Tests;

/// <summary>Databases on the private server of this test process; asking for one skips the test where PostgreSQL is missing.</summary>
public sealed class PostgreSqlFixture : DatabaseFixture
{
    // Nothing here outlives the machine, so no write waits for the disk; commits still survive the death of a process.
    private static readonly Lazy<Task<PostgreSqlServer>> s_server = new(() => PostgreSqlServer.StartAsync(new PostgreSqlOptions
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["fsync"] = "off", ["full_page_writes"] = "off" },
    }));

    private static readonly SemaphoreSlim s_creating = new(1, 1);
    private static int s_databases;

    public override string Provider => "postgresql";

    public override DbContextOptionsBuilder UseProvider(DbContextOptionsBuilder options, string connectionString) => options.UseNpgsql(connectionString);

    protected override async Task<string> CreateAsync(string? template)
    {
        var server = await s_server.Value;
        var name = $"spec_{Interlocked.Increment(ref s_databases)}";
        await s_creating.WaitAsync();
        try
        {
            await ExecuteAsync(server, $"create database {name} template {(template is null ? "template0" : NameOf(template))}");
        }
        finally
        {
            s_creating.Release();
        }

        return server.ConnectionString(name);
    }

    protected override async Task DropAsync(string connectionString)
    {
        Release(connectionString);
        await ExecuteAsync(await s_server.Value, $"drop database {NameOf(connectionString)} with (force)");
    }

    protected override void Release(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private static string NameOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private static async Task ExecuteAsync(PostgreSqlServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
