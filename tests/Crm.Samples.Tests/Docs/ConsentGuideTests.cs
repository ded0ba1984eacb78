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

/// <summary>What docs/guides/merging-consent-erasure.md says of consent.</summary>
public sealed class ConsentGuideTests
{
    [Fact]
    [Trait("Check", "CM-12")]
    public async Task Newsletter_AskedForAndConfirmed_MayBeSent()
    {
        using var folder = new TemporaryFolder();
        await using (var services = new ServiceCollection().AddLogging().AddSingleton<IClock>(new FakeClock())
            .AddDbContext<CrmDbContext>(o => o.UseSqlite($"Data Source={folder.File("consent.db")}"))
            .AddCrm(ConsentGuide.Settle).UseEntityFrameworkCore<CrmDbContext>().Services.BuildServiceProvider(validateScopes: true))
        {
            await using var scope = services.GetRequiredService<ICrmScopeFactory>().Create(new CrmScope(Actor.Agent("ada")));
            T Get<T>()
                where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
            await Get<CrmDbContext>().Database.EnsureCrmCreatedAsync();
            var anna = (await Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi"), Emails = [EmailAddress.Parse("anna@example.com")] })).Value.Id;
            await Get<ICrmUnitOfWork>().SaveAsync();

            await ConsentGuide.RecordAsync(Get<ConsentDesk>(), Get<ICrmUnitOfWork>(), anna);
            (await ConsentGuide.AddressForNewsletterAsync(Get<ContactPermissions>(), anna)).Should().BeNull();
            var link = await ConsentGuide.AskAsync(Get<ConsentDesk>(), Get<ICrmUnitOfWork>(), anna);
            (await ConsentGuide.AddressForNewsletterAsync(Get<ContactPermissions>(), anna)).Should().BeNull();
            await using var visitor = services.GetRequiredService<ICrmScopeFactory>().Create(new CrmScope(Actor.Guest));
            (await ConsentGuide.ConfirmAsync(
                visitor.ServiceProvider.GetRequiredService<ConsentDesk>(), visitor.ServiceProvider.GetRequiredService<ICrmUnitOfWork>(), link.Split('/')[^1], "192.0.2.1")).Should().BeTrue();
            (await ConsentGuide.AddressForNewsletterAsync(Get<ContactPermissions>(), anna)).Should().Be("anna@example.com");
            (await Get<ConsentDesk>().StatesAsync(anna)).Select(s => (s.Channel, s.Standing)).Should().Equal((Channels.Email, ConsentStanding.Granted), (Channels.Phone, ConsentStanding.Granted));
        }

        SqliteConnection.ClearAllPools();
    }
}
