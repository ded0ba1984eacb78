using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Keeps cases and the work items about them together, in one unit of work.</summary>
internal sealed class CaseWork(IWorkItemStore items, IWorkQueueStore queues) : ICaseObserver
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
}
