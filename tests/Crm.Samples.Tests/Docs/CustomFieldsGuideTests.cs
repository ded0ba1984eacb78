using Crm.Domain.Access;
using Crm.Domain.Auditing;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Crm.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/custom-fields.md says.</summary>
public sealed class CustomFieldsGuideTests
{
    [Fact]
    [Trait("Check", "XC-01")]
    public async Task Form_FilledInTwice_IsReadAndAuditedByTheKeyOfTheField()
    {
        using var folder = new TemporaryFolder();
        await using (var services = new ServiceCollection().AddLogging().AddSingleton<IClock>(new FakeClock())
            .AddDbContext<CrmDbContext>(o => o.UseSqlite($"Data Source={folder.File("fields.db")}"))
            .AddCrm().UseEntityFrameworkCore<CrmDbContext>().Services.BuildServiceProvider(validateScopes: true))
        {
            await using var scope = services.GetRequiredService<ICrmScopeFactory>().Create(new CrmScope(Actor.Agent("ada")));
            var provider = scope.ServiceProvider;
            await provider.GetRequiredService<CrmDbContext>().Database.EnsureCrmCreatedAsync();
            var (unitOfWork, fields) = (provider.GetRequiredService<ICrmUnitOfWork>(), provider.GetRequiredService<CustomerFields>());
            await CustomFieldsGuide.DefineAsync(provider.GetRequiredService<CustomFieldCatalog>());
            var customer = (await provider.GetRequiredService<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value;
            (await unitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
            foreach (var tier in new[] { "silver", "gold" })
            {
                (await CustomFieldsGuide.FillAsync(fields, customer.Id, tier, new LocalDate(2027, 12, 31))).Succeeded.Should().BeTrue();
                (await unitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
            }

            customer.CustomValueOf("contract-end")!.ToString().Should().Be("2027-12-31");
            var segments = provider.GetRequiredService<CustomerSegments>();
            (await CustomFieldsGuide.EndingSoonAsync(segments)).Value.Items.Should().BeEmpty();
            (await CustomFieldsGuide.FillAsync(fields, customer.Id, "gold", new LocalDate(2026, 7, 1))).Succeeded.Should().BeTrue();
            (await unitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
            (await CustomFieldsGuide.EndingSoonAsync(segments)).Value.Items.Should().ContainSingle(c => c.Id == customer.Id);
            (await CustomFieldsGuide.ByContractEndAsync(segments)).Select(r => r.Value).Should().Equal("2026-07-01");
            (await CustomFieldsGuide.FillAsync(fields, customer.Id, "lead", null)).Errors.Single().Code.Should().Be("CustomFieldChoiceUnknown");
            var history = (await CustomFieldsGuide.TierHistoryAsync(provider.GetRequiredService<AuditTrail>(), customer.Id)).Value;
            history.Items.SelectMany(s => s.Changes).Select(c => (c.Before, c.After)).Should().Equal(("silver", "gold"), (null, "silver"));
        }

        SqliteConnection.ClearAllPools();
    }
}
