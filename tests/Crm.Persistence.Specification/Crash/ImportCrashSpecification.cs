using Crm.Domain.Customers;
using Crm.Persistence.Specification.Customers;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Crash;

/// <summary>A process that imports customers is killed at random moments; the next one goes on.</summary>
public abstract class ImportCrashSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Batch = 20;

    [SkippableFact]
    [Trait("Check", "XC-05")]
    [Trait("Check", "XC-06")]
    public async Task ImportKilledAnywhereAndResumed_IsLikeOneThatNobodyKilled()
    {
        var kills = TestScale.Count(3, 20);
        var rows = kills * Batch * 12;
        var whole = await HostAsync();
        var expected = await ImportWriter.RunAsync(whole, rows, Batch, _ => { });
        var host = await HostAsync();
        var random = new Random(20260602);
        var standby = WorkerProcess.StartImport(Database.Provider, host.ConnectionString, rows, Batch);
        try
        {
            for (var kill = 0; kill < kills; kill++)
            {
                await using var worker = standby;
                standby = WorkerProcess.StartImport(Database.Provider, host.ConnectionString, rows, Batch);
                await worker.GoAsync();
                for (var checkpoints = random.Next(1, 10); checkpoints > 0; checkpoints--)
                {
                    await worker.AcknowledgementAsync();
                }

                Thread.SpinWait(random.Next(2_000_000));
                await worker.KillAsync();
                await CheckCheckpointAsync(host, worker.Acknowledged.Max(a => a.Version));
            }
        }
        finally
        {
            await standby.DisposeAsync();
        }

        var resumed = await ImportWriter.RunAsync(host, rows, Batch, _ => { });
        (resumed with { Id = expected.Id }).Should().BeEquivalentTo(expected);
        await using var reader = host.Work();
        await using var other = whole.Work();
        (await ImportedPeople.ReadAsync(reader.Context)).Should().Equal(await ImportedPeople.ReadAsync(other.Context));
        (await reader.Get<CustomerImporter>().ListAsync()).Should().ContainSingle("every process went on with the same import");
    }

    // What was acknowledged is there, and the checkpoint says exactly what is there.
    private static async Task CheckCheckpointAsync(CrmTestHost<SpecificationContext> host, long acknowledged)
    {
        await using var work = host.Work();
        var import = (await work.Get<CustomerImporter>().ListAsync()).Single();
        import.Read.Should().BeGreaterThanOrEqualTo((int)acknowledged);
        (await work.Context.Set<Customer>().CountAsync()).Should().Be(import.Created);
    }
}
