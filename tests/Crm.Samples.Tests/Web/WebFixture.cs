using Crm.Testing;
using Microsoft.Data.Sqlite;

namespace Crm.Samples.Tests.Web;

/// <summary>One web sample with its demo records on SQLite, for a class of tests.</summary>
public sealed class WebFixture : IAsyncLifetime
{
    private const int Rounds = 100;

    private readonly TemporaryFolder _folder = new();

    public WebFixture() => Host = new WebHost(Database, Keys);

    public WebHost Host { get; }

    public string Database => _folder.File("crm.db");

    public string Keys => _folder.File("keys");

    public async Task InitializeAsync() => await Host.DemoRecordsAsync();

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    /// <summary>Says that an act changes the rows of no table. What is delivered or done by the clock meanwhile comes to an end; what the act does would come each time.</summary>
    public async Task ShouldChangeNothingAsync(Func<Task> act)
    {
        for (var round = 1; ; round++)
        {
            var before = await RowsAsync();
            await act();
            var after = await RowsAsync();
            if (round == Rounds)
            {
                after.Should().Equal(before);
            }

            if (after.All(t => before[t.Key] == t.Value))
            {
                return;
            }
        }
    }

    /// <summary>How many rows each table holds.</summary>
    public async Task<IReadOnlyDictionary<string, long>> RowsAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Mode=ReadOnly");
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "select name from sqlite_master where type = 'table'";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"select count(*) from \"{table}\"";
            rows.Add(table, (long)(await command.ExecuteScalarAsync())!);
        }

        return rows;
    }
}
