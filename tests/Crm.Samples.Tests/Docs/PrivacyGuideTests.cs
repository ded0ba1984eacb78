using System.Text;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Crm.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/merging-consent-erasure.md says of copies, restrictions and erasure.</summary>
public sealed class PrivacyGuideTests
{
    [Fact]
    [Trait("Check", "CM-13")]
    public async Task Member_OfTheHostsOwnTable_IsCopiedWithTheCustomer()
    {
        using var folder = new TemporaryFolder();
        await using (var services = new ServiceCollection().AddLogging().AddSingleton<IClock>(new FakeClock())
            .AddDbContext<PrivacyGuide.ClubContext>(o => o.UseSqlite($"Data Source={folder.File("club.db")}"))
            .AddCrm(o => PrivacyGuide.Settle(o, Convert.ToBase64String(new byte[32]))).UseEntityFrameworkCore<PrivacyGuide.ClubContext>().Services.BuildServiceProvider(validateScopes: true))
        {
            await using var scope = services.GetRequiredService<ICrmScopeFactory>().Create(new CrmScope(Actor.Agent("ada")));
            T Get<T>()
                where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
            var db = Get<PrivacyGuide.ClubContext>();
            await db.Database.EnsureCreatedAsync();
            PrivacyGuide.Forgotten(db).Should().BeEmpty();
            var anna = (await Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi"), Emails = [EmailAddress.Parse("anna@example.com")] })).Value.Id;
            db.Add(new PrivacyGuide.Member { Id = 1, CustomerId = anna.Value, Nickname = "Annina" });
            await Get<ICrmUnitOfWork>().SaveAsync();

            using var copy = new MemoryStream();
            (await PrivacyGuide.CopyAsync(Get<PrivacyOffice>(), anna, copy)).Should().BeTrue();
            Encoding.UTF8.GetString(copy.ToArray()).Should().Contain("Annina").And.Contain("anna@example.com");

            var measure = await PrivacyGuide.RestrictAsync(Get<PrivacyMeasures>(), Get<ICrmUnitOfWork>(), anna);
            (await Get<ContactPermissions>().MayContactAsync(anna, Purposes.Transactional, Channels.Email)).Value.Reason.Should().Be(ContactBarrier.Restricted);
            (await Get<PrivacyMeasures>().LiftAsync(measure)).Succeeded.Should().BeTrue();

            await Get<ICrmUnitOfWork>().SaveAsync();
            (await PrivacyGuide.EraseAsync(Get<PrivacyOffice>(), anna, plan => plan.Rows.Count == 0)).Value.ErasedAt.Should().BeNull("nobody agreed");
            (await PrivacyGuide.EraseAsync(Get<PrivacyOffice>(), anna, _ => true)).Value.Rows.Should().Contain(r => r.Table == "members" && r.Emptied == 1);
            (await db.Set<PrivacyGuide.Member>().AsNoTracking().SingleAsync()).Should().BeEquivalentTo(new { CustomerId = anna.Value, Nickname = (string?)null, Level = "bronze" });
            (await PrivacyGuide.PurgeAsync(db)).Should().BeTrue();
        }

        SqliteConnection.ClearAllPools();
    }
}
