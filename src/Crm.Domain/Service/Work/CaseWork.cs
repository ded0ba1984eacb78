using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Keeps cases and the work items about them together, in one unit of work.</summary>
internal sealed class CaseWork(IWorkItemStore items, IWorkQueueStore queues, IServiceCaseStore cases, IQueueAgentStore? agents = null) : ICaseObserver
{
    /// <summary>What is being handled is done, what waits is withdrawn.</summary>
    public async Task SettledAsync(ServiceCase settled, Instant now, CancellationToken cancellationToken)
    {
        foreach (var item in await items.OpenOfCaseAsync(settled.Id, cancellationToken).ConfigureAwait(false))
        {
            if (item.CanFinish())
            {
                var queue = await queues.FindAsync(item.QueueId, cancellationToken).ConfigureAwait(false);
                item.Finish(null, queue?.RepeatWindow ?? Duration.Zero, now);
            }
            else if (item.CanWithdraw() && item.Kind == WorkItemKind.Case)
            {
                item.Withdraw(now);
            }
        }
    }

    /// <summary>The agent who has the case has its work, as far as there is room; otherwise nobody is offered it any more.</summary>
    public async Task AssignedAsync(ServiceCase assigned, Instant now, CancellationToken cancellationToken)
    {
        foreach (var item in (await items.OpenOfCaseAsync(assigned.Id, cancellationToken).ConfigureAwait(false)).Where(i => i.Kind == WorkItemKind.Case))
        {
            var hadIt = item.UserId == assigned.AssigneeId;
            if (hadIt && item.State != WorkItemState.Offered)
            {
                continue;
            }

            var agent = assigned.AssigneeId is { } id && agents is not null ? await agents.HoldAsync(id, cancellationToken).ConfigureAwait(false) : null;
            if (assigned.AssigneeId is not null && agent is null || (agent is not null && !hadIt && !agent.HasRoomFor(item.Needs)))
            {
                item.Withdraw(now);
                continue;
            }

            if (item.CanRequeue())
            {
                item.Requeue(false, now);
            }

            if (agent is not null)
            {
                item.Accept(agent.UserId, now);
            }
        }
    }

    /// <summary>The agent who has the work has the case.</summary>
    public async Task GiveAsync(WorkItem item, string? userId, Instant now, CancellationToken cancellationToken)
    {
        if (item is { Kind: WorkItemKind.Case, CaseId: { } id } && await cases.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } found
            && found.AssigneeId != userId && found.CanAssign())
        {
            found.Assign(userId, now);
        }
    }
}
