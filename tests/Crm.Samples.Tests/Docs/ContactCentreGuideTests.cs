using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/contact-centre.md says.</summary>
public sealed class ContactCentreGuideTests
{
    [Fact]
    [Trait("Check", "SC-13")]
    public async Task Case_GoesByItsCriteria_ToTheAgent_AndToItsEnd()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync();
        var queue = await ContactCentreGuide.SetUpAsync(host.Get<WorkQueues>(), host.Get<QueueAgents>());
        var anna = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value.Id;
        await host.SaveAsync();
        var opened = (await host.Get<ServiceDesk>().OpenAsync(new CaseDetails(anna, "Paper jam") { Sku = "LASER-4" })).Value;
        await host.SaveAsync();
        var item = await ContactCentreGuide.AddAsync(host.Get<WorkDesk>(), opened.Id);
        item.QueueId.Should().Be(queue);
        await host.SaveAsync();

        (await ContactCentreGuide.RouteAsync(host.Get<WorkRouter>(), queue)).Should().ContainSingle().Which.Should().StartWith("ada until ");
        await ContactCentreGuide.HandleAsync(host.Get<WorkRouter>(), host.Get<WorkDesk>(), item.Id);
        await host.SaveAsync();
        (item.State, opened.AssigneeId).Should().Be((WorkItemState.Done, "ada"));
        var tomorrow = host.Get<CrmActs>().Now + Duration.FromHours(1);
        (await ContactCentreGuide.ServiceLevelAsync(host.Get<QueueMetrics>(), queue, tomorrow)).Should().Be((1d, 1d, 1d));
        (await ContactCentreGuide.ServiceLevelAsync(host.Get<QueueMetrics>(), queue, tomorrow - Duration.FromDays(2))).Should().Be(((double?)null, null, null));
    }

    [Fact]
    public void Staff_IsWhatThePublishedFormulaSays() => ContactCentreGuide.Staff().Should().Be((14, 20L));

    [Fact]
    public void Strategy_OfTheHost_TakesItsPlace()
    {
        var strategies = new AssignmentStrategies([new ContactCentreGuide.FreshestStrategy()]);
        strategies.Keys.Should().Equal("freshest", "least-busy", "longest-idle", "round-robin", "skills", "weighted");
    }
}
