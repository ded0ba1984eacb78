using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/entitlements.md says.</summary>
public sealed class EntitlementGuideTests
{
    [Fact]
    public async Task Entitlement_FromGrantToAccount()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync();
        var firm = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { OrganisationName = "Firm" })).Value.Id;
        var anna = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value.Id;
        var granted = await EntitlementGuide.GrantAsync(host.Get<Entitlements>(), firm);
        var today = host.Get<CrmActs>().Now.InUtc().Date;
        var hours = (await host.Get<Entitlements>().GrantAsync(new EntitlementDetails(anna, EntitlementUnit.Hours, 2, today, today))).Value;
        await host.SaveAsync();
        (granted.Contract, granted.Remaining).Should().Be(("V-2026-17", 20m));
        var opened = await EntitlementGuide.OpenAsync(host.Get<ServiceDesk>(), host.Get<ICrmUnitOfWork>(), anna, firm, granted.Id);
        opened.Succeeded.Should().BeTrue();
        granted.Remaining.Should().Be(19);
        var about = (await host.Get<ServiceDesk>().OpenAsync(new CaseDetails(anna, "Slow") { EntitlementId = hours.Id })).Value;
        await host.SaveAsync();
        (await EntitlementGuide.ReportAsync(host.Get<Entitlements>(), about.Id)).Should().Be(0.75m);
        await host.SaveAsync();
        var (entries, leftThen) = await EntitlementGuide.ExplainAsync(host.Get<Entitlements>(), hours.Id, host.Get<CrmActs>().Now + Duration.FromHours(1));
        entries.Select(e => e.Kind).Should().Equal(EntitlementEntryKind.Granted, EntitlementEntryKind.Used);
        leftThen.Should().Be(0.75m);
    }

    [Fact]
    public void Options_AreThoseOfTheHost()
    {
        var services = new ServiceCollection();
        EntitlementGuide.Register(services);
        services.BuildServiceProvider().GetRequiredService<EntitlementOptions>().ChoosesForNewCases.Should().BeTrue();
    }
}
