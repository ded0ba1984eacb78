using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/service-cases.md says.</summary>
public sealed class ServiceCasesGuideTests
{
    [Fact]
    [Trait("Check", "SC-01")]
    [Trait("Check", "SC-17")]
    public async Task Case_FromItsOpening_ToItsClosingBySilence()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync(ServiceCasesGuide.Settle);
        var desk = host.Get<ServiceDesk>();
        var anna = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value.Id;
        await host.SaveAsync();
        var opened = await ServiceCasesGuide.OpenAsync(desk, anna);
        await host.SaveAsync();
        (await ServiceCasesGuide.ShowAsync(host.Get<ICrmScopeFactory>(), anna, opened.Number)).Should().Be("The kettle stays cold: Received, 1 messages");

        await ServiceCasesGuide.SolveAsync(desk, opened.Id);
        await host.SaveAsync();
        (opened.Status, opened.Solution).Should().Be((CaseStatus.Resolved, "New plate"));
        (await ServiceCasesGuide.ShowAsync(host.Get<ICrmScopeFactory>(), anna, opened.Number)).Should().Be("The kettle stays cold: Solved, 2 messages");
        (await ServiceCasesGuide.ShowAsync(host.Get<ICrmScopeFactory>(), CustomerId.New(host.Clock.Now), opened.Number)).Should().Be("There is no such case.");

        (await ServiceCasesGuide.CloseSilentAsync(host.Get<CaseClosing>(), host.Get<ICrmUnitOfWork>())).Should().Be(0);
        host.Clock.Advance(Duration.FromDays(7));
        (await ServiceCasesGuide.CloseSilentAsync(host.Get<CaseClosing>(), host.Get<ICrmUnitOfWork>())).Should().Be(1);
        host.Clock.Advance(Duration.FromDays(15));
        (await desk.ReceiveAsync(opened.Id, "Cold again", "Anna Rossi")).Value.FollowUpOfId.Should().Be(opened.Id);
    }

    [Fact]
    [Trait("Check", "SC-15")]
    public async Task Cases_AreSplitGatheredAndListed()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync(ServiceCasesGuide.Settle);
        var desk = host.Get<ServiceDesk>();
        var anna = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value.Id;
        var opened = await ServiceCasesGuide.OpenAsync(desk, anna);
        host.Clock.Advance(Duration.FromMinutes(1));
        await desk.ReceiveAsync(opened.Id, "And the toaster burns.", "Anna Rossi");
        await desk.AssignAsync(opened.Id, "ada");
        await host.SaveAsync();
        var split = await ServiceCasesGuide.SplitAsync(host.Get<CaseSplitter>(), opened);
        (split.Subject, split.Messages.Single().Body, split.AssigneeId).Should().Be(("The toaster burns", "And the toaster burns.", "ada"));
        await host.SaveAsync();

        var (page, counts) = await ServiceCasesGuide.TodayAsync(host.Get<CaseLists>(), "ada");
        page.Items.Select(c => c.Id).Should().Equal(opened.Id, split.Id);
        (counts.Total, counts.Of(CasePriority.High), counts.Of(CaseCategory.Open)).Should().Be((2, 2, 2));

        var outage = (await desk.OpenAsync(new CaseDetails(anna, "All kettles stay cold"))).Value;
        await host.SaveAsync();
        await ServiceCasesGuide.GatherAsync(host.Get<CaseRecords>(), outage.Id, [opened.Id, split.Id]);
        await host.SaveAsync();
        (await desk.ListAsync(new CaseCriteria { ParentId = outage.Id })).Items.Should().HaveCount(2);
    }
}
