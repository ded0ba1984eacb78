using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Keeps cases and the work items about them together, in one unit of work.</summary>
internal sealed class CaseWork(IWorkItemStore items, IWorkQueueStore queues, IServiceCaseStore cases) : ICaseObserver
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
