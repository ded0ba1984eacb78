using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>A customer's message to a case that is closed for longer than the window opens a linked one, at the desk as in the intake.</summary>
[Trait("Check", "SC-17")]
public abstract class CaseFollowUpSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Message_WithinTheWindow_Reopens_AndAfterIt_OpensALinkedCase()
    {
        var host = await HostAsync(s => s.Crm = o => o.CaseFollowUps.Policy = new FollowUpPolicy { ReopenWindowDays = 7 });
        var id = await ClosedAsync(host);
        host.Clock.Advance(Duration.FromDays(7));
        await using (var work = host.Work())
        {
            (await work.Desk.ReceiveAsync(id, "Cold again", "Anna")).Value.Id.Should().Be(id);
            await work.SaveAsync();
            await work.Desk.ResolveAsync(id, "Replaced");
            await work.Desk.CloseAsync(id);
            await work.SaveAsync();
        }

        host.Clock.Advance(Duration.FromDays(7) + Duration.FromMilliseconds(1));
        ServiceCaseId followUp;
        await using (var work = host.Work())
        {
            var opened = (await work.Desk.ReceiveAsync(id, "Cold for good", "Anna")).Value;
            (opened.FollowUpOfId, opened.Sku, opened.Priority).Should().Be((id, "kettle", CasePriority.High));
            followUp = opened.Id;
            await work.SaveAsync();
        }

        await using var check = host.Work();
        (await check.Desk.FindAsync(id))!.Status.Should().Be(CaseStatus.Closed);
        (await check.Desk.FindAsync(followUp))!.Messages.Single().Body.Should().Be("Cold for good");
        var audit = (await Traces.OfAsync(host, id.Value)).Audit;
        audit.Should().Contain(a => a.Acts == "service.case-status-changed service.case-message-received");
        Traces.ChangesOf((await Traces.OfAsync(host, followUp.Value)).Audit.Single())["FollowUpOfId"].Should().Equal(null, id.ToString());
    }

    [SkippableFact]
    public async Task Message_ToAMergedCase_ReachesTheOther_AndPoliciesOfSingleCasesHold()
    {
        var host = await HostAsync(s => s.Crm = o => o.CaseFollowUps.PolicyOf = c => c.Priority == CasePriority.High ? new FollowUpPolicy { FollowUpPossible = FollowUpPossible.NewCase } : null);
        var high = await ClosedAsync(host);
        await using var work = host.Work();
        (await work.Desk.ReceiveAsync(high, "Again", "Anna")).Value.FollowUpOfId.Should().Be(high);
        var customer = await work.RegisterAsync(new NewCustomer { Name = new("Bob", "Stone") });
        var (one, other) = ((await work.Desk.OpenAsync(new CaseDetails(customer, "One"))).Value.Id, (await work.Desk.OpenAsync(new CaseDetails(customer, "Other"))).Value.Id);
        await work.SaveAsync();
        (await work.Get<CaseMerger>().MergeAsync(one, other)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Desk.ReceiveAsync(one, "To the first", "Bob")).Value.Id.Should().Be(other);
        (await work.Desk.ReceiveAsync(ServiceCaseId.New(host.Clock.Now), "To none", "Bob")).Errors.Single().Code.Should().Be("CaseNotFound");
    }

    private static async Task<ServiceCaseId> ClosedAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        var id = (await work.Desk.OpenAsync(new CaseDetails(await work.RegisterAsync(), "Cold") { Sku = "kettle", Priority = CasePriority.High })).Value.Id;
        await work.Desk.ResolveAsync(id, "Descaled");
        await work.Desk.CloseAsync(id);
        await work.SaveAsync();
        return id;
    }
}
