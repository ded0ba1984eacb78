using Crm.Domain.Service;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Service;

/// <summary>A case that is assigned at the desk takes its work along.</summary>
[Trait("Check", "SC-13")]
public abstract class CaseAssignmentSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Assign_MovesTheOpenWork_ToWhoHasRoomForIt()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var queue = await work.QueueAsync("Printers", null, ("ada", new AgentProfile { Capacity = 1 }), ("bob", new AgentProfile { Capacity = 5 }));
        async Task<(ServiceCaseId Case, WorkItemId Item)> QueuedAsync()
        {
            var opened = (await work.Desk.OpenAsync(new CaseDetails(customer, "Cold"))).Value.Id;
            return (opened, (await work.Work().AddAsync(queue, new WorkItemDetails { CaseId = opened })).Value.Id);
        }

        var (first, second, third) = (await QueuedAsync(), await QueuedAsync(), await QueuedAsync());
        await work.SaveAsync();

        (await work.Desk.AssignAsync(first.Case, "ada")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await ShouldBe(first.Item, WorkItemState.Handling, "ada");
        (await work.Desk.AssignAsync(first.Case, "bob")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await ShouldBe(first.Item, WorkItemState.Handling, "bob");
        (await work.Desk.AssignAsync(first.Case, null)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await ShouldBe(first.Item, WorkItemState.Waiting, null);

        (await work.Desk.AssignAsync(second.Case, "ada")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Desk.AssignAsync(third.Case, "ada")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await ShouldBe(second.Item, WorkItemState.Handling, "ada");
        await ShouldBe(third.Item, WorkItemState.Withdrawn, null, "she has no room for it, and nobody else is to be offered it");
        (await work.Desk.AssignAsync(first.Case, "the boss")).Value.AssigneeId.Should().Be("the boss");
        await work.SaveAsync();
        await ShouldBe(first.Item, WorkItemState.Withdrawn, null, "the boss works for no queue");

        async Task ShouldBe(WorkItemId id, WorkItemState state, string? userId, string because = "")
        {
            await using var check = host.Work();
            var item = await check.Context.Set<WorkItem>().SingleAsync(i => i.Id == id);
            (item.State, item.UserId).Should().Be((state, userId), because);
        }
    }
}
