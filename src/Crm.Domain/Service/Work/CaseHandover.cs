using NodaTime;

namespace Crm.Domain.Service;

/// <summary>The agent who has the work has the case.</summary>
internal sealed class CaseHandover(IServiceCaseStore cases, IEnumerable<ICaseObserver>? observers)
{
    public async Task GiveAsync(WorkItem item, string? userId, Instant now, CancellationToken cancellationToken)
    {
        if (item is { Kind: WorkItemKind.Case, CaseId: { } id } && await cases.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } found
            && found.AssigneeId != userId && found.CanAssign())
        {
            found.Assign(userId, now);
            await observers.ChangedAsync([found], now, cancellationToken).ConfigureAwait(false);
        }
    }
}
