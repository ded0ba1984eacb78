using System.Globalization;
using BenchmarkDotNet.Attributes;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Benchmarks;

/// <summary>The first in line out of 100,000 open pieces of work with three kinds of demand: read through the store, and by hand.</summary>
[MinColumn, MaxColumn, MemoryDiagnoser]
public class NextWorkBenchmarks
{
    private const int Items = 100_000;
    private const int Looks = 200;

    private BenchmarkHost _host = null!;
    private WorkQueueId _queue;

    [Params(Database.Sqlite, Database.PostgreSql)]
    public Database Kind { get; set; }

    // Not awaited where it returns a task, when the benchmark runs in the process of the runner.
    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public async Task CleanupAsync() => await _host.DisposeAsync();

    [Benchmark(Baseline = true, OperationsPerInvoke = Looks)]
    public async Task<int> HandWritten()
    {
        var rows = 0;
        for (var look = 0; look < Looks; look++)
        {
            await using var connection = AdoNet.Connect(Kind, _host.ConnectionString);
            await using var command = connection.Command("""
                select "Id", "QueueId", "Rank", "EnqueuedAt" from crm_work_items
                where "QueueId" = @queue and "State" = 'Waiting' and "EnqueuedAt" <= @now order by "Rank", "EnqueuedAt", "Id" limit 32
                """);
            command.With("queue", Kind == Database.Sqlite ? _queue.Value.ToString().ToUpperInvariant() : _queue.Value);
            command.With("now", DateTime.UtcNow);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var item = (reader.GetGuid(0), reader.GetGuid(1), reader.GetInt32(2), reader.GetDateTime(3));
                rows += item.Item3 + 1;
            }
        }

        return rows;
    }

    [Benchmark(OperationsPerInvoke = Looks)]
    public async Task<int> WorkDeskLine()
    {
        var rows = 0;
        for (var look = 0; look < Looks; look++)
        {
            await using var scope = _host.Services.CreateAsyncScope();
            rows += (await scope.ServiceProvider.GetRequiredService<WorkDesk>().LineAsync(_queue, 32)).Count;
        }

        return rows;
    }

    private async Task SetupAsync()
    {
        _host = await BenchmarkHost.StartAsync(Kind);
        await using var scope = _host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var customer = (await services.GetRequiredService<CustomerDirectory>().RegisterAsync(new NewCustomer { OrganisationName = "Analytical Engines" })).Value.Id;
        _queue = (await services.GetRequiredService<WorkQueues>().CreateAsync("Calls")).Value.Id;
        foreach (var skill in new[] { "a", "b", "c" })
        {
            var call = (await services.GetRequiredService<ContactHistory>().RecordAsync(new ContactDetails(customer, Channels.Phone, Direction.Inbound, "A question"))).Value;
            var details = new WorkItemDetails { Kind = WorkItemKind.Interaction, InteractionId = call.Id, Skills = [new SkillLevel(skill)] };
            (await services.GetRequiredService<WorkDesk>().AddAsync(_queue, details)).WithoutValue().ThrowIfFailed();
        }

        (await services.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
        Multiply();
    }

    private void Multiply()
    {
        var isSqlite = Kind == Database.Sqlite;
        using var connection = AdoNet.Connect(Kind, _host.ConnectionString);
        var id = isSqlite
            ? "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))"
            : "gen_random_uuid()";
        var at = isSqlite ? "strftime('%Y-%m-%d %H:%M:%S', \"EnqueuedAt\", '-' || n || ' seconds')" : "\"EnqueuedAt\" - n * interval '1 second'";
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
            insert into crm_work_items ("Id", "QueueId", "Kind", "CustomerId", "Demand", "Channel", "Units", "Rank", "State", "QueuedAt", "EnqueuedAt",
                "TalkMilliseconds", "HoldMilliseconds", "WrapUpMilliseconds", "Transfers", "Version")
            with recursive series(n) as (select 1 union all select n + 1 from series where n < {Items / 3})
            select {id}, "QueueId", "Kind", "CustomerId", "Demand", "Channel", "Units", n % 4, "State", "QueuedAt", {at}, 0, 0, 0, 0, 1 from crm_work_items, series
            """));
        connection.Execute("analyze");
    }
}
