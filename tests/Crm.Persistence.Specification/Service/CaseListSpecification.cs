using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>Lists and counts say of the database what the same question says of the cases in memory, page by page.</summary>
public abstract class CaseListSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Lists_OfAnyCriteriaAndOrder_AreCompleteAndInOrder_AndCountsAgree()
    {
        var (host, queue, all) = await FilledAsync();
        await using var work = host.Work();
        var queued = await work.Context.Set<WorkItem>().Where(i => i.QueueId == queue && i.EndedAt == null).Select(i => i.CaseId!.Value).ToListAsync();
        var parent = all.First(c => c.ParentId is not null).ParentId!.Value;
        var middle = all.Select(c => c.OpenedAt).Order().ElementAt(all.Count / 2);
        foreach (var (criteria, holds) in new (CaseCriteria, Func<ServiceCase, bool>)[]
        {
            (new(), _ => true),
            (CaseCriteria.Unresolved, c => c.Category is CaseCategory.Open or CaseCategory.Paused),
            (CaseCriteria.MyQueue("ada"), c => c.AssigneeId == "ada" && c.Category is CaseCategory.Open or CaseCategory.Paused && c.AssigneeId == "ada"),
            (CaseCriteria.TeamQueue(queue), c => queued.Contains(c.Id) && c.ResolvedAt is null && c.ClosedAt is null),
            (CaseCriteria.Untaken, c => c.AssigneeId is null && c.ResolvedAt is null && c.ClosedAt is null),
            (new() { Categories = [CaseCategory.Resolved] }, c => c.Category == CaseCategory.Resolved),
            (new() { Categories = [CaseCategory.Resolved, CaseCategory.Paused, CaseCategory.Closed] }, c => c.Category != CaseCategory.Open),
            (new() { Statuses = [CaseStatus.New, CaseStatus.Closed] }, c => c.Status == CaseStatus.New || c.Status == CaseStatus.Closed),
            (new() { Priorities = [CasePriority.Urgent, CasePriority.Low] }, c => c.Priority is CasePriority.Urgent or CasePriority.Low),
            (new() { Types = ["complaint", "no\0such"] }, c => c.Type == "complaint"),
            (new() { ParentId = parent }, c => c.ParentId == parent),
            (new() { CustomerId = all[0].CustomerId }, c => c.CustomerId == all[0].CustomerId),
            (new() { OpenedFrom = middle, UpdatedBefore = host.Clock.Now }, c => c.OpenedAt >= middle && c.UpdatedAt < host.Clock.Now),
            (new() { OpenedBefore = middle, UpdatedFrom = middle }, c => c.OpenedAt < middle && c.UpdatedAt >= middle),
        })
        {
            var expected = all.Where(holds).ToList();
            expected.Should().NotBeEmpty(criteria.ToString());
            (await PagesAsync(work, criteria, CaseOrder.Newest)).Should().Equal(expected.OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id).Select(c => c.Id));
            (await PagesAsync(work, criteria, CaseOrder.MostUrgent)).Should().Equal(expected.OrderByDescending(c => c.Priority).ThenBy(c => c.OpenedAt).ThenBy(c => c.Id).Select(c => c.Id));
            (await PagesAsync(work, criteria, CaseOrder.LongestWaiting)).Should().Equal(
                expected.Where(c => c.AwaitingSince is not null).OrderBy(c => c.AwaitingSince).ThenBy(c => c.Id).Select(c => c.Id));
            var counts = await work.Get<CaseLists>().CountAsync(criteria);
            counts.Total.Should().Be(expected.Count);
            counts.Tallies.Should().OnlyHaveUniqueItems();
            Enum.GetValues<CaseCategory>().Should().OnlyContain(category => counts.Of(category) == expected.Count(c => c.Category == category));
            Enum.GetValues<CasePriority>().Should().OnlyContain(priority => counts.Of(priority) == expected.Count(c => c.Priority == priority));
            expected.Select(c => c.Status).Distinct().Should().OnlyContain(status => counts.Of(status) == expected.Count(c => c.Status == status));
        }
    }

    [SkippableFact]
    public async Task ListAndCount_AreOneCommandEach()
    {
        var seen = new SeenCommands();
        var (host, queue, _) = await FilledAsync(s => s.Options = o => o.AddInterceptors(seen));
        await using var work = host.Work();
        var criteria = CaseCriteria.TeamQueue(queue) with { Priorities = [CasePriority.Normal, CasePriority.High], AssigneeId = "ada" };
        seen.Clear();
        await work.Get<CaseLists>().ListAsync(criteria);
        await work.Get<CaseLists>().CountAsync(criteria);
        seen.Commands.Should().HaveCount(2);
    }

    private static async Task<List<ServiceCaseId>> PagesAsync(CrmWork<SpecificationContext> work, CaseCriteria criteria, CaseOrder order)
    {
        var (seen, after) = (new List<ServiceCaseId>(), (CasePageKey?)null);
        do
        {
            var page = await work.Get<CaseLists>().ListAsync(criteria, order, 7, after);
            seen.AddRange(page.Items.Select(c => c.Id));
            after = page.Next is null ? null : CasePageKey.TryParse(page.Next.ToString());
            (page.Next is null).Should().Be(after is null);
        }
        while (after is not null);
        return seen;
    }

    private async Task<(CrmTestHost<SpecificationContext> Host, WorkQueueId Queue, IReadOnlyList<ServiceCase> Cases)> FilledAsync(Action<HostSetup>? setup = null)
    {
        var host = await HostAsync(setup);
        await using var work = host.Work();
        CustomerId[] customers = [await work.RegisterAsync(), await work.RegisterAsync(new NewCustomer { Name = new("Bob", "Stone") })];
        var queue = await work.QueueAsync("Printers", null, ("ada", new AgentProfile { Capacity = 100 }));
        var random = new Random(7);
        var all = new List<ServiceCase>();
        for (var i = 0; i < 60; i++)
        {
            host.Clock.Advance(Duration.FromMinutes(random.Next(3)));
            var opened = (await work.Desk.OpenAsync(new CaseDetails(customers[random.Next(2)], $"Case {i}")
            {
                Priority = (CasePriority)random.Next(4), Type = random.Next(3) == 0 ? "complaint" : null,
            })).Value;
            all.Add(opened);
            if (random.Next(3) == 0)
            {
                await work.Work().AddAsync(queue, new WorkItemDetails { CaseId = opened.Id });
            }

            foreach (var act in new Func<Task>[]
            {
                () => work.Desk.AssignAsync(opened.Id, "ada"), () => work.Desk.ReplyAsync(opened.Id, "Hello"), () => work.Desk.WaitAsync(opened.Id), () => work.Desk.ResolveAsync(opened.Id, "Done"),
                () => work.Desk.CloseAsync(opened.Id), () => work.Desk.ReceiveAsync(opened.Id, "Well?", "Anna"), () => work.Get<CaseRecords>().JoinAsync(opened.Id, all[0].Id),
            }.Where(_ => random.Next(3) == 0))
            {
                host.Clock.Advance(Duration.FromSeconds(random.Next(40)));
                await act();
            }
        }

        await work.SaveAsync();
        host.Clock.Advance(Duration.FromMinutes(1));
        return (host, queue, all);
    }
}
