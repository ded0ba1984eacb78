using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Crm.Persistence.EfCore.Outbox;
using Crm.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/sending-messages.md says.</summary>
public sealed class MessagesGuideTests
{
    [Fact]
    public async Task Guide_FromTemplateToAnswer_DoesWhatItSays()
    {
        using var folder = new TemporaryFolder();
        var gateway = new List<MessageToSend>();
        var services = new ServiceCollection().AddLogging().AddSingleton<IClock>(new FakeClock()).AddSingleton(gateway)
            .AddDbContext<CrmDbContext>(o => o.UseSqlite($"Data Source={folder.File("messages.db")}")).AddCrm().UseEntityFrameworkCore<CrmDbContext>().Services;
        MessagesGuide.Register(services);
        await using (var provider = services.BuildServiceProvider(validateScopes: true))
        {
            await using var scope = provider.GetRequiredService<ICrmScopeFactory>().Create(new CrmScope(Actor.Agent("ada", "Ada")));
            T Get<T>()
                where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
            await Get<CrmDbContext>().Database.EnsureCrmCreatedAsync();
            var anna = (await Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi"), Emails = [EmailAddress.Parse("anna@example.com")], Language = LanguageTag.Parse("it-CH") })).Value.Id;
            var opened = (await Get<ServiceDesk>().OpenAsync(new CaseDetails(anna, "It stays cold"))).Value;
            await Get<ICrmUnitOfWork>().SaveAsync();

            await MessagesGuide.WriteAsync(Get<MessageTemplates>(), Get<ICrmUnitOfWork>());
            (await MessagesGuide.AnswerAsync(Get<MessageDesk>(), Get<ICrmUnitOfWork>(), anna, opened.Id.ToSubject(), "<q@example.com>")).Should().BeNull();
            while (await provider.GetRequiredService<IOutboxDispatcher>().DispatchAsync() > 0)
            {
            }

            (await MessagesGuide.ReleaseAsync(Get<MessageDeliveries>(), Get<ICrmUnitOfWork>())).Should().BeNull();
            var sent = gateway.Should().ContainSingle().Subject;
            (sent.Subject, sent.Text, sent.Address).Should().Be(($"{opened.Number}: It stays cold", "Gentile Anna Rossi,\n\nce ne occupiamo.", "anna@example.com"));
        }

        SqliteConnection.ClearAllPools();
    }
}
