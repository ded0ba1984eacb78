using Crm.Domain.Auditing;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/custom-fields.md says.</summary>
public sealed class CustomFieldsGuideTests
{
    [Fact]
    [Trait("Check", "XC-01")]
    public async Task Form_FilledInTwice_IsReadAndAuditedByTheKeyOfTheField()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync();
        var (fields, segments) = (host.Get<CustomerFields>(), host.Get<CustomerSegments>());
        await CustomFieldsGuide.DefineAsync(host.Get<CustomFieldCatalog>());
        var customer = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value;
        await host.SaveAsync();
        foreach (var tier in new[] { "silver", "gold" })
        {
            (await CustomFieldsGuide.FillAsync(fields, customer.Id, tier, new LocalDate(2027, 12, 31))).Succeeded.Should().BeTrue();
            await host.SaveAsync();
        }

        customer.CustomValueOf("contract-end")!.ToString().Should().Be("2027-12-31");
        (await CustomFieldsGuide.EndingSoonAsync(segments)).Value.Items.Should().BeEmpty();
        (await CustomFieldsGuide.FillAsync(fields, customer.Id, "gold", new LocalDate(2026, 7, 1))).Succeeded.Should().BeTrue();
        await host.SaveAsync();
        (await CustomFieldsGuide.EndingSoonAsync(segments)).Value.Items.Should().ContainSingle(c => c.Id == customer.Id);
        (await CustomFieldsGuide.ByContractEndAsync(segments)).Select(r => r.Value).Should().Equal("2026-07-01");
        (await CustomFieldsGuide.FillAsync(fields, customer.Id, "lead", null)).Errors.Single().Code.Should().Be("CustomFieldChoiceUnknown");
        var history = (await CustomFieldsGuide.TierHistoryAsync(host.Get<AuditTrail>(), customer.Id)).Value;
        history.Items.SelectMany(s => s.Changes).Select(c => (c.Before, c.After)).Should().Equal(("silver", "gold"), (null, "silver"));
    }
}
