using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/merging-consent-erasure.md says of merging.</summary>
public sealed class MergingGuideTests
{
    [Fact]
    public async Task Tickets_OfAMergedCustomer_FollowAndComeBack()
    {
        using var folder = new TemporaryFolder();
        await using (var services = new ServiceCollection().AddLogging().AddSingleton<IClock>(new FakeClock())
            .AddDbContext<MergingGuide.RaffleContext>(o => o.UseSqlite($"Data Source={folder.File("raffle.db")}"))
            .AddCrm().UseEntityFrameworkCore<MergingGuide.RaffleContext>().Services.BuildServiceProvider(validateScopes: true))
        {
            await using var scope = services.GetRequiredService<ICrmScopeFactory>().Create(new CrmScope(Actor.Agent("ada")));
            var db = scope.ServiceProvider.GetRequiredService<MergingGuide.RaffleContext>();
            await db.Database.EnsureCreatedAsync();
            MergingGuide.Forgotten(db).Should().BeEmpty();
            var directory = scope.ServiceProvider.GetRequiredService<CustomerDirectory>();
            var survivor = (await directory.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value.Id;
            var absorbed = (await directory.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi", "Dr.") })).Value.Id;
            db.Add(new MergingGuide.Ticket { Id = 1, OwnerId = absorbed.Value, SoldByCustomerId = absorbed.Value });
            (await scope.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).Succeeded.Should().BeTrue();

            var merger = scope.ServiceProvider.GetRequiredService<CustomerMerger>();
            (await MergingGuide.MergeAsync(merger, survivor, absorbed, plan => plan.Rows.Count == 0)).Value.Id.Should().BeNull("nobody agreed");
            (await MergingGuide.MergeAsync(merger, survivor, absorbed, _ => true)).Value.Fields.Single(f => f.Field == MergeFields.Name).Origin.Should().Be(MergeSide.Absorbed);
            (await db.Set<MergingGuide.Ticket>().AsNoTracking().SingleAsync()).Should().BeEquivalentTo(new { OwnerId = survivor.Value, SoldByCustomerId = absorbed.Value });
            (await directory.FindAsync(absorbed))!.Id.Should().Be(survivor);
            (await MergingGuide.SeparateAsync(merger, absorbed)).Value.Id.Should().Be(absorbed);
            (await db.Set<MergingGuide.Ticket>().AsNoTracking().SingleAsync()).OwnerId.Should().Be(absorbed.Value);
        }

        SqliteConnection.ClearAllPools();
    }
}
