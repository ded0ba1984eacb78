using Crm.Domain.Customers;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;

namespace Crm.Persistence.Specification.Crash;

/// <summary>A process that writes is killed at a random moment, again and again, on one database.</summary>
public abstract class CrashSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Writers = 2;
    private const int Standbys = 2;

    [SkippableFact]
    [Trait("Check", "XC-06")]
    public async Task ProcessKilledAtAnyMoment_LosesNothingAcknowledgedAndTearsNothing()
    {
        var kills = TestScale.Count(20, 200);
        var random = new Random(20260601);
        var host = await HostAsync();
        var customer = await PrepareAsync(host);
        var acknowledged = new List<Acknowledgement>();
        var standby = new Queue<WorkerProcess>();
        try
        {
            for (var kill = 0; kill < kills; kill++)
            {
                // Starting takes longest, so the next ones get ready while this one works.
                while (standby.Count < Standbys && kill + standby.Count < kills)
                {
                    standby.Enqueue(WorkerProcess.Start(Database.Provider, host.ConnectionString, customer, Writers, 0));
                }

                await using var worker = standby.Dequeue();
                await worker.GoAsync();
                for (var saves = random.Next(1, 25); saves > 0; saves--)
                {
                    await worker.AcknowledgementAsync();
                }

                // Not only right after an acknowledgement, but anywhere within the next save.
                Thread.SpinWait(random.Next(200_000));
                await worker.KillAsync();
                acknowledged.AddRange(worker.Acknowledged);
                await CheckDatabaseAsync(host.ConnectionString);
                await using var reopened = new CrmTestHost<SpecificationContext>(host.ConnectionString, o => Database.UseProvider(o, host.ConnectionString), new HostSetup());
                await StoredStories.CheckAsync(reopened, acknowledged);
            }
        }
        finally
        {
            foreach (var worker in standby)
            {
                await worker.DisposeAsync();
            }
        }

        acknowledged.Should().HaveCountGreaterThan(kills);
        await new StoryWriter(host, customer, acknowledged.Add).WriteAsync();
        await StoredStories.CheckAsync(host, acknowledged);
    }

    /// <summary>What the provider itself can tell about the database's health.</summary>
    protected virtual Task CheckDatabaseAsync(string connectionString) => Task.CompletedTask;

    /// <summary>The customer and the product that stories are about.</summary>
    protected static async Task<CustomerId> PrepareAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        await work.AddProductAsync(StoryWriter.Sku, 49.90m);
        return await work.RegisterAsync();
    }
}
