using System.Data.Common;
using System.Globalization;
using Crm.Testing;
using Crm.Testing.PostgreSql;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Crm.Samples.Tests.Embedding;

/// <summary>The story of the embedding sample, told by its process and checked in its database.</summary>
public sealed class StoryTests
{
    [Fact]
    [Trait("Check", "XC-11")]
    public async Task Story_OnSqlite_HoldsInTheDatabase()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("shop.db");
        await RunTwiceAsync(file, folder.Path, () => new SqliteConnection($"Data Source={file};Pooling=False"));
    }

    [SkippableFact]
    [Trait("Check", "XC-11")]
    public async Task Story_OnPostgreSql_HoldsInTheDatabase()
    {
        using var folder = new TemporaryFolder();
        var database = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        await RunTwiceAsync(database, folder.Path, () => new NpgsqlConnection(database + ";Pooling=False"));
    }

    // The second run finds the tables and rows of the first.
    private static async Task RunTwiceAsync(string database, string folder, Func<DbConnection> connect)
    {
        for (var run = 1; run <= 2; run++)
        {
            var (exitCode, output) = await ShopProcess.RunAsync(database, folder);
            exitCode.Should().Be(0, output);
            output.Should().ContainAll("1. ", "2. ", "3. ", "4. ", "5. ", "6. ", "7. ").And.NotContain("   at ");

            await using var connection = connect();
            await connection.OpenAsync();
            Task<long> CountAsync(string sql) => ScalarAsync(connection, $"select count(*) from {sql}");
            (await CountAsync("crm_customers where \"LoyaltyCard\" like 'L-%'")).Should().Be(run);
            (await CountAsync("vouchers v join crm_customers c on c.\"Id\" = v.\"CustomerId\"")).Should().Be(run, "one voucher for each new customer");
            (await ScalarAsync(connection, "select \"InStock\" from articles")).Should().Be(2, "one was sold, five were refused, a hundred were rolled back");
            (await CountAsync("crm_orders")).Should().Be(run, "the refused order went with the refused stock");
            (await CountAsync("crm_interactions")).Should().Be(0, "the call went with the rolled back delivery");
            (await CountAsync("crm_audit")).Should().Be(2 * run);
            (await CountAsync("crm_timeline_entries")).Should().Be(2 * run);
            (await CountAsync("crm_outbox")).Should().Be(3 * run, "registered, reachable by e-mail, ordered");
            (await CountAsync("articles where \"ChangedAt\" > '2000-01-01'")).Should().Be(1, "the shop's own interceptor ran");
        }
    }

    private static async Task<long> ScalarAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
