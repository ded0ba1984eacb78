using Crm.Testing;
using Crm.Testing.PostgreSql;
using Microsoft.Data.Sqlite;

namespace Crm.Samples.Tests.Web;

/// <summary>Two hosts on one database, as two processes are: they share nothing but the database and the keys.</summary>
public sealed class SeveralProcessesTests
{
    [Fact]
    public async Task Sqlite_TwoStartAtOnce_OneFillsAndBothServe()
    {
        using var folder = new TemporaryFolder();
        await StartTwoAsync(folder.File("crm.db"), folder.File("keys"));
        SqliteConnection.ClearAllPools();
    }

    [SkippableFact]
    public async Task PostgreSql_TwoStartAtOnce_OneFillsAndBothServe()
    {
        using var folder = new TemporaryFolder();
        await StartTwoAsync(await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync(), folder.File("keys"));
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    private static async Task StartTwoAsync(string database, string keys)
    {
        await using var one = new WebHost(database, keys);
        await using var two = new WebHost(database, keys);
        await Task.WhenAll(Task.Run(one.DemoRecordsAsync), Task.Run(two.DemoRecordsAsync));

        using var first = await one.AgentAsync();
        using var second = await two.AgentAsync();
        var seen = await AllAsync(first);
        seen.Should().HaveCount(50);
        (await AllAsync(second)).Should().Equal(seen);

        // A text that no database keeps is a question without an answer, not a failure.
        using var hostile = await first.GetAsync(new Uri("/customers?q=%00", UriKind.Relative));
        ((int)hostile.StatusCode).Should().BeLessThan(500);
        (await second.PageAsync(seen[^1])).Should().Contain("Timeline");
    }

    private static async Task<List<string>> AllAsync(HttpClient agent)
    {
        var seen = new List<string>();
        for (var path = "/customers"; path.Length > 0;)
        {
            var page = await agent.PageAsync(path);
            seen.AddRange(Browsing.Links(page, "/customers/"));
            path = Browsing.Next(page);
        }

        return seen;
    }
}
