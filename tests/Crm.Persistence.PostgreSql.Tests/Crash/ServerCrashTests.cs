using System.Collections.Concurrent;
using System.Data.Common;
using Crm.Domain.Customers;
using Crm.Persistence.Specification.Crash;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Crm.Testing.PostgreSql;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.PostgreSql.Tests.Crash;

/// <summary>The whole server is killed under load and starts again.</summary>
public sealed class ServerCrashTests(PostgreSqlFixture fixture) : CrmSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>
{
    private const int Writers = 10;
    private const int MaxConnections = 20;

    [SkippableFact]
    [Trait("Check", "XC-06")]
    public async Task ServerKilledUnderLoad_LosesNothingAcknowledged_AndThePoolRecovers()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var host = await OpenAsync<SpecificationContext>(await server.CreateDatabaseAsync() + $";Maximum Pool Size={MaxConnections};Timeout=5");
        await host.CreateTablesAsync();
        var customer = await PrepareAsync(host);
        var acknowledged = new ConcurrentQueue<Acknowledgement>();
        var random = new Random(20260601);
        for (var kill = 0; kill < TestScale.Count(3, 20); kill++)
        {
            var left = random.Next(50, 150);
            var loaded = new TaskCompletionSource();
            var writers = EachAsync(() => WriteUntilRefusedAsync(host, customer, a =>
            {
                acknowledged.Enqueue(a);
                if (Interlocked.Decrement(ref left) == 0)
                {
                    loaded.SetResult();
                }
            }));
            await loaded.Task;
            await server.KillAsync();
            (await writers).Should().OnlyContain(e => ComesFromTheDatabase(e), "nothing else goes wrong");

            await server.RestartAsync();
            var refusals = 0;
            await EachAsync(async () =>
            {
                while (await TryAsync(host, customer, acknowledged.Enqueue) is not null)
                {
                    Interlocked.Increment(ref refusals).Should().BeLessOrEqualTo(MaxConnections, "each dead connection is met at most once");
                }

                return 0;
            });
            (await EachAsync(() => TryAsync(host, customer, acknowledged.Enqueue))).Should().OnlyContain(e => e == null, "no dead connection is left in the pool");
            await StoredStories.CheckAsync(host, acknowledged);
        }
    }

    private static bool ComesFromTheDatabase(Exception? refused) => refused is DbException || (refused is not null && ComesFromTheDatabase(refused.InnerException));

    private static async Task<Exception> WriteUntilRefusedAsync(CrmTestHost<SpecificationContext> host, CustomerId customer, Action<Acknowledgement> acknowledge)
    {
        while (true)
        {
            if (await TryAsync(host, customer, acknowledge) is { } refused)
            {
                return refused;
            }
        }
    }

    private static async Task<Exception?> TryAsync(CrmTestHost<SpecificationContext> host, CustomerId customer, Action<Acknowledgement> acknowledge)
    {
        try
        {
            await new StoryWriter(host, customer, acknowledge).WriteAsync();
            return null;
        }
        catch (Exception refused) when (refused is DbException or DbUpdateException or InvalidOperationException)
        {
            return refused;
        }
    }

    private static Task<T[]> EachAsync<T>(Func<Task<T>> work) => Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(work)));

    private static async Task<CustomerId> PrepareAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        await work.AddProductAsync(StoryWriter.Sku, 49.90m);
        return await work.RegisterAsync();
    }
}
