using Crm.Domain.Customers;
using Crm.Persistence.Specification.Crash;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Sqlite.Tests.Concurrency;

/// <summary>The write-ahead log is copied into the database and stays small, whoever writes.</summary>
public sealed class CheckpointTests(SqliteFixture fixture) : CrmSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>
{
    private const long Megabyte = 1024 * 1024;

    [SkippableFact]
    public async Task Log_StaysBoundedDuringManySmallSavesBesideReaders()
    {
        var stories = TestScale.Count(80, 20_000 / StoryWriter.SavesPerStory);
        var host = await HostAsync();
        var customer = await PrepareAsync(host);
        var largest = 0L;
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => StoryReader.ReadAsync(host, customer, done.Token))).ToList();

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var writer = new StoryWriter(host, customer, _ => InterlockedMax(ref largest, LogOf(host)));
            for (var i = 0; i < stories / 2; i++)
            {
                await writer.WriteAsync();
            }
        })));
        await done.CancelAsync();
        await Task.WhenAll(readers);

        largest.Should().BeInRange(4 * Megabyte, 24 * Megabyte);
        SqliteCheck.IsIntact(host.ConnectionString);
    }

    [SkippableFact]
    public async Task Log_HeldBackByAReader_IsCopiedOnceTheReaderHasGone()
    {
        var host = await HostAsync();
        var customer = await PrepareAsync(host);
        var writer = new StoryWriter(host, customer, _ => { });
        using (var reader = new SqliteConnection(host.ConnectionString))
        {
            reader.Open();
            using var snapshot = reader.BeginTransaction(deferred: true);
            using var command = new SqliteCommand("SELECT count(*) FROM crm_orders", reader, snapshot);
            command.ExecuteScalar().Should().Be(0L);
            while (LogOf(host) < 8 * Megabyte)
            {
                await writer.WriteAsync();
            }
        }

        var before = LogOf(host);
        for (var i = 0; i < 1000 && LogOf(host) >= before; i++)
        {
            await writer.WriteAsync();
        }

        LogOf(host).Should().BeLessThan(4 * Megabyte);
    }

    [SkippableFact]
    public async Task Log_OfAConnectionThatStaysOpen_StaysBounded()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.Context.Database.OpenConnectionAsync();
        var largest = 0L;
        for (var (i, written) = (0, 0L); written < 12 * Megabyte; i++)
        {
            var before = LogOf(host);
            await work.AddProductAsync($"sku-{i}", 1);
            written += Math.Max(0, LogOf(host) - before);
            largest = Math.Max(largest, LogOf(host));
        }

        largest.Should().BeLessThan(6 * Megabyte);
    }

    [SkippableFact]
    public async Task Log_OfSingleStatements_StaysBounded()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.AddProductAsync("kettle", 1);
        var (largest, written) = (0L, 0L);
        for (var i = 0; i < 2000 && written < 12 * Megabyte; i++)
        {
            // SQLite leaves pages alone whose content stays the same.
            var payload = new string((char)('a' + (i % 26)), 40_000);
            var before = LogOf(host);
            await work.Context.Set<EfCore.Outbox.OutboxMessage>().ExecuteUpdateAsync(u => u.SetProperty(m => m.Payload, payload));
            written += Math.Max(0, LogOf(host) - before);
            largest = Math.Max(largest, LogOf(host));
        }

        written.Should().BeGreaterThan((12 * Megabyte) - 1);
        largest.Should().BeLessThan(6 * Megabyte);
    }

    [SkippableFact]
    public async Task FourProcesses_WriteOneFileWithoutHarm()
    {
        const int processes = 4, writers = 3;
        var stories = TestScale.Count(3, 400);
        var host = await HostAsync();
        var customer = await PrepareAsync(host);
        var workers = Enumerable.Range(0, processes).Select(_ => WorkerProcess.Start("sqlite", host.ConnectionString, customer, writers, stories)).ToList();
        try
        {
            foreach (var worker in workers)
            {
                await worker.GoAsync();
            }

            await Task.WhenAll(workers.Select(w => w.CompletedAsync()));
            var acknowledged = workers.SelectMany(w => w.Acknowledged).ToList();
            acknowledged.Should().HaveCount(processes * writers * stories * StoryWriter.SavesPerStory);
            await StoredStories.CheckAsync(host, acknowledged);
            SqliteCheck.IsIntact(host.ConnectionString);
        }
        finally
        {
            foreach (var worker in workers)
            {
                await worker.DisposeAsync();
            }
        }
    }

    private static async Task<CustomerId> PrepareAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        await work.AddProductAsync(StoryWriter.Sku, 49.90m);
        return await work.RegisterAsync();
    }

    private static long LogOf(CrmTestHost<SpecificationContext> host)
    {
        var log = new FileInfo(new SqliteConnectionStringBuilder(host.ConnectionString).DataSource + "-wal");
        return log.Exists ? log.Length : 0;
    }

    private static void InterlockedMax(ref long largest, long value)
    {
        for (var seen = Volatile.Read(ref largest); value > seen;)
        {
            seen = Interlocked.CompareExchange(ref largest, value, seen);
        }
    }
}
