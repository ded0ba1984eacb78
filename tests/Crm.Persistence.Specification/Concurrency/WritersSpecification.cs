using System.Collections.Concurrent;
using System.Globalization;
using Crm.Domain.Customers;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Crash;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;

namespace Crm.Persistence.Specification.Concurrency;

/// <summary>Many writers on one database: none is refused for that, and no update is lost.</summary>
public abstract class WritersSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    protected const int Writers = 16;

    /// <summary>Whether the database lets one unit of work in at a time, so that units cannot conflict.</summary>
    protected abstract bool IsSerial { get; }

    [SkippableFact]
    public async Task UnitsThatReadBeforeTheyWrite_LoseNoUpdate()
    {
        var units = TestScale.Count(10, 100);
        var host = await HostAsync();
        CustomerId counter;
        await using (var work = host.Work())
        {
            counter = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Counter", "N0") });
        }

        var conflicts = 0;
        await EachAsync(async _ =>
        {
            for (var done = 0; done < units;)
            {
                await using var work = host.Work();
                var result = await work.UnitOfWork.InTransactionAsync(async token =>
                {
                    var found = (Person)(await work.Customers.FindAsync(counter, token))!;
                    var next = int.Parse(found.Name.Family![1..], CultureInfo.InvariantCulture) + 1;
                    return await work.Customers.RenameAsync(counter, new PersonName("Counter", $"N{next}"), cancellationToken: token);
                });
                if (result.Succeeded)
                {
                    done++;
                    continue;
                }

                result.Errors.Should().ContainSingle(e => e.Code == "VersionConflict");
                Interlocked.Increment(ref conflicts);
            }
        });

        await using var check = host.Work();
        ((Person)(await check.Customers.FindAsync(counter))!).Name.Family.Should().Be($"N{Writers * units}");
        conflicts.Should().Match(c => c == 0 || !IsSerial);
    }

    [SkippableFact]
    public async Task PlainSaves_AreAllThere()
    {
        var host = await HostAsync();
        await WriteStoriesAsync(host);
    }

    /// <summary>Sixteen writers write stories beside readers; every save is acknowledged and in the database.</summary>
    protected async Task WriteStoriesAsync(CrmTestHost<SpecificationContext> host)
    {
        var stories = TestScale.Count(3, 100);
        CustomerId customer;
        await using (var work = host.Work())
        {
            await work.AddProductAsync(StoryWriter.Sku, 49.90m);
            customer = await work.RegisterAsync();
        }

        var acknowledged = new ConcurrentQueue<Acknowledgement>();
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => StoryReader.ReadAsync(host, customer, done.Token))).ToList();
        await EachAsync(async _ =>
        {
            var writer = new StoryWriter(host, customer, acknowledged.Enqueue);
            for (var i = 0; i < stories; i++)
            {
                await writer.WriteAsync();
            }
        });
        await done.CancelAsync();
        await Task.WhenAll(readers);

        acknowledged.Should().HaveCount(Writers * stories * StoryWriter.SavesPerStory);
        await StoredStories.CheckAsync(host, acknowledged);
    }

    protected static Task EachAsync(Func<int, Task> writer) => Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Task.Run(() => writer(i))));
}
