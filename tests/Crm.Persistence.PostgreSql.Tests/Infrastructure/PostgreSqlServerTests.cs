using Crm.Testing.PostgreSql;

namespace Crm.Persistence.PostgreSql.Tests.Infrastructure;

public sealed class PostgreSqlServerTests
{
    [SkippableFact]
    public async Task SharedAsync_AskedTwice_IsOneDurableServerOnLoopbackWithOrdinalText()
    {
        var server = await PostgreSqlServer.SharedAsync();

        (await PostgreSqlServer.SharedAsync()).Should().BeSameAs(server);
        var settings = await server.ExecuteAsync("postgres", """
            select name, setting from pg_settings
            where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'unix_socket_directories', 'server_encoding', 'TimeZone')
            order by name collate "C";
            select datcollate in ('C', 'C.UTF-8', 'C.utf8') from pg_database where datname = 'template0';
            """);
        settings.Split('\n').Should().Equal(
            "TimeZone|UTC", "fsync|on", "full_page_writes|on", "listen_addresses|127.0.0.1", "server_encoding|UTF8", "synchronous_commit|on", "unix_socket_directories|", "t");
    }

    [SkippableFact]
    public async Task CreateDatabaseAsync_FromTemplate_CopiesItAndKeepsItApart()
    {
        var server = await PostgreSqlServer.SharedAsync();
        await server.CreateDatabaseAsync("copied \"template\"");
        await server.ExecuteAsync("copied \"template\"", "create table t (id int); insert into t values (1);");

        var copies = await Task.WhenAll(
            server.CreateDatabaseAsync("copy_1", "copied \"template\""), server.CreateDatabaseAsync("copy_2", "copied \"template\""));
        await server.ExecuteAsync("copy_1", "insert into t values (2);");

        copies[0].Should().Be(server.ConnectionString("copy_1"));
        (await server.ExecuteAsync("copy_1", "select count(*) from t")).Should().Be("2");
        (await server.ExecuteAsync("copy_2", "select count(*) from t")).Should().Be("1");
    }

    [SkippableFact]
    public async Task KillAsync_ThenRestartAsync_KeepsWhatWasCommittedAndThePort()
    {
        await using var server = await PostgreSqlServer.StartAsync(new() { Settings = new Dictionary<string, string> { ["autovacuum"] = "off" } });
        var connectionString = await server.CreateDatabaseAsync("crash");
        await server.ExecuteAsync("crash", "create table t (id int); insert into t select generate_series(1, 1000);");
        var before = server.ProcessId;

        await server.KillAsync();
        await server.Invoking(s => s.ExecuteAsync("crash", "select 1")).Should().ThrowAsync<InvalidOperationException>();
        await server.RestartAsync();

        server.ProcessId.Should().NotBe(before);
        server.ConnectionString("crash").Should().Be(connectionString);
        (await server.ExecuteAsync("crash", "select count(*) from t")).Should().Be("1000");
        (await server.ExecuteAsync("crash", "show autovacuum")).Should().Be("off");
    }

    [SkippableFact]
    public async Task DisposeAsync_RunningOrKilled_LeavesNoFolder()
    {
        var running = await PostgreSqlServer.StartAsync();
        var killed = await PostgreSqlServer.StartAsync();
        await killed.KillAsync();

        await running.DisposeAsync();
        await killed.DisposeAsync();

        Directory.Exists(running.Folder).Should().BeFalse();
        Directory.Exists(killed.Folder).Should().BeFalse();
    }
}
