using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Puts cases, contacts and callbacks in queues and follows them to their end. Who does them is the <see cref="WorkRouter"/>'s affair.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class WorkDesk(
    IWorkItemStore items, IWorkQueueStore queues, IServiceCaseStore cases, ICustomerQueries customers, CaseFieldCatalogue caseFields, CrmActs acts,
    IEnumerable<ICaseObserver>? observers = null)
{
    private readonly CaseHandover _handover = new(cases, observers);

    /// <summary>Puts work in a queue.</summary>
    /// <param name="queueId">The queue.</param>
    /// <param name="details">What is known of it.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The work item, or <c>ActNotAllowed</c>, <c>WorkQueueNotFound</c>, <c>CaseNotFound</c>, <c>CaseClosed</c>, <c>InteractionNotFound</c>,
    /// <c>CustomerNotFound</c>, <c>WorkAlreadyQueued</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<WorkItem>> AddAsync(WorkQueueId queueId, WorkItemDetails details, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        return acts.MakeAsync<WorkItem>(
            "service.queue-work",
            async now => await queues.FindAsync(queueId, cancellationToken).ConfigureAwait(false) is { } queue
                ? await AddToAsync(queue, details, now, cancellationToken).ConfigureAwait(false)
                : acts.Errors.WorkQueueNotFound(queueId.ToString()),
            cancellationToken);
    }

    /// <summary>Puts a case in the first open queue, by position and name, whose criteria hold for it.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The work item, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>CaseClosed</c>, <c>NoQueueForCase</c>, <c>WorkAlreadyQueued</c>.</returns>
    public Task<CrmResult<WorkItem>> AddCaseAsync(ServiceCaseId caseId, CancellationToken cancellationToken = default) => acts.MakeAsync<WorkItem>(
        "service.queue-work",
        async now =>
        {
            if (await cases.FindAsync(caseId, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                return acts.Errors.CaseNotFound(caseId.ToString());
            }

            var fitting = (await queues.ListAsync(null, cancellationToken).ConfigureAwait(false))
                .FirstOrDefault(q => q is { IsOpen: true, Criteria: not null } && caseFields.Holds(q.Criteria, found, now, acts.Errors));
            return fitting is null
                ? acts.Errors.NoQueueForCase(found.Number.Value)
                : await AddToAsync(fitting, new WorkItemDetails { CaseId = caseId }, now, cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>Finds a work item.</summary>
    /// <param name="id">The work item.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The work item; null when there is none or the actor is not of the staff.</returns>
    public async Task<WorkItem?> FindAsync(WorkItemId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await items.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists who is first in line: the most urgent, then who waits longest.</summary>
    /// <param name="queueId">The queue.</param>
    /// <param name="take">How many; 1 to <see cref="PageRequest.MaxTake"/>.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The places; none when the actor is not of the staff.</returns>
    public async Task<IReadOnlyList<WaitingWork>> LineAsync(WorkQueueId queueId, int take = 50, CancellationToken cancellationToken = default) => acts.Gate.Actor.IsStaff
        ? await items.HeadAsync(queueId, null, acts.Now, Math.Clamp(take, 1, PageRequest.MaxTake), cancellationToken).ConfigureAwait(false)
        : [];

    /// <summary>Puts work back to its place in the queue: the agent declines an offer, or gives back what it has. A case has no assignee then.</summary>
    /// <inheritdoc cref="AbandonAsync" path="/param" />
    /// <returns>The work item, or <c>ActNotAllowed</c>, <c>WorkItemNotFound</c>, <c>VersionConflict</c>, <c>WorkItemTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<WorkItem>> RequeueAsync(WorkItemId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.requeue-work", id, expectedVersion, i => i.CanRequeue(), (i, now) => i.Requeue(false, now), takesCase: true, cancellationToken);

    /// <summary>Says that work is handled.</summary>
    /// <inheritdoc cref="AbandonAsync" path="/param" />
    /// <param name="time">What the agent spent on it; null for the time since it was accepted.</param>
    /// <returns>The work item, or <c>ActNotAllowed</c>, <c>WorkItemNotFound</c>, <c>VersionConflict</c>, <c>WorkItemTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<WorkItem>> FinishAsync(WorkItemId id, HandlingTime? time = null, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        var queue = await items.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } item ? await queues.FindAsync(item.QueueId, cancellationToken).ConfigureAwait(false) : null;
        return await ChangeAsync(
            "service.finish-work", id, expectedVersion, i => i.CanFinish(), (i, now) => i.Finish(time, queue?.RepeatWindow ?? Duration.Zero, now), takesCase: false, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Says that the customer left before an agent accepted.</summary>
    /// <param name="id">The work item.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The work item, or <c>ActNotAllowed</c>, <c>WorkItemNotFound</c>, <c>VersionConflict</c>, <c>WorkItemTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<WorkItem>> AbandonAsync(WorkItemId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.abandon-work", id, expectedVersion, i => i.CanAbandon(), (i, now) => i.Abandon(now), takesCase: false, cancellationToken);

    /// <summary>Takes work out of the queue without its being handled.</summary>
    /// <inheritdoc cref="AbandonAsync" path="/param" />
    /// <returns>The work item, or <c>ActNotAllowed</c>, <c>WorkItemNotFound</c>, <c>VersionConflict</c>, <c>WorkItemTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<WorkItem>> WithdrawAsync(WorkItemId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.withdraw-work", id, expectedVersion, i => i.CanWithdraw(), (i, now) => i.Withdraw(now), takesCase: false, cancellationToken);

    /// <summary>Makes work more or less urgent.</summary>
    /// <inheritdoc cref="AbandonAsync" path="/param" />
    /// <param name="priority">The priority.</param>
    /// <returns>The work item, or <c>ActNotAllowed</c>, <c>WorkItemNotFound</c>, <c>VersionConflict</c>, <c>WorkItemEnded</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<WorkItem>> PrioritiseAsync(WorkItemId id, CasePriority priority, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.prioritise-work", id, expectedVersion, i => i.CanPrioritise(), (i, now) => i.Prioritise(priority, now), takesCase: false, cancellationToken);

    /// <summary>Sends work to another queue, where it keeps its time of waiting and what it needs, with that queue's skills. A case has no assignee then.</summary>
    /// <inheritdoc cref="AbandonAsync" path="/param" />
    /// <param name="queueId">The other queue.</param>
    /// <returns>The work item, or <c>ActNotAllowed</c>, <c>WorkQueueNotFound</c>, <c>WorkItemNotFound</c>, <c>VersionConflict</c>, <c>WorkItemEnded</c>,
    /// <c>WorkItemInQueueAlready</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<WorkItem>> TransferAsync(WorkItemId id, WorkQueueId queueId, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        var queue = await queues.FindAsync(queueId, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(
            "service.transfer-work",
            id,
            expectedVersion,
            i => queue is null ? CrmRuling.Refused(e => e.WorkQueueNotFound(queueId.ToString())) : i.CanTransfer(queueId),
            (i, now) => i.Transfer(queueId, queue!.DemandOf(i.Needs), now),
            takesCase: true,
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<CrmResult<WorkItem>> AddToAsync(WorkQueue queue, WorkItemDetails details, Instant now, CancellationToken cancellationToken)
    {
        var known = details;
        if (details.CaseId is { } caseId)
        {
            if (await cases.FindAsync(caseId, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                return acts.Errors.CaseNotFound(caseId.ToString());
            }

            if (found.CanAssign() is { IsPermitted: false } closed)
            {
                return closed.ToError(acts.Errors);
            }

            known = details with { CustomerId = details.CustomerId ?? found.CustomerId, Priority = details.Priority ?? found.Priority, Channel = details.Channel ?? found.Channel };
        }
        else if (details.InteractionId is { } interactionId)
        {
            if (await items.ContactAsync(interactionId, cancellationToken).ConfigureAwait(false) is not { } contact)
            {
                return acts.Errors.InteractionNotFound(interactionId.ToString());
            }

            known = details with { CustomerId = details.CustomerId ?? contact.CustomerId, Channel = details.Channel ?? contact.Channel };
        }

        if (details.CustomerId is { } named)
        {
            if (await customers.IdentifyAsync(named, cancellationToken).ConfigureAwait(false) is not { } customer)
            {
                return acts.Errors.CustomerNotFound(named.ToString());
            }

            known = known with { CustomerId = customer.Id };
        }

        var item = new WorkItem(WorkItemId.New(now), queue.Id, known, queue.DemandOf(new WorkDemand(known.Channel, known.Units, known.Skills)), now);
        if (await items.IsQueuedAsync(item.Kind, item.CaseId, item.InteractionId, cancellationToken).ConfigureAwait(false))
        {
            return acts.Errors.WorkAlreadyQueued(item.CaseId?.ToString() ?? item.InteractionId?.ToString() ?? string.Empty);
        }

        items.Add(item);
        return item;
    }

    private async Task<CrmResult<WorkItem>> ChangeAsync(
        string act, WorkItemId id, long? expectedVersion, Func<WorkItem, CrmRuling> may, Action<WorkItem, Instant> change, bool takesCase, CancellationToken cancellationToken)
    {
        var changed = await acts.ChangeAsync(
            act, items.FindAsync(id, cancellationToken), e => e.WorkItemNotFound(id.ToString()), expectedVersion, may, change, cancellationToken).ConfigureAwait(false);
        if (takesCase && changed.TryGetValue(out var item))
        {
            await _handover.GiveAsync(item, null, acts.Now, cancellationToken).ConfigureAwait(false);
        }

        return changed;
    }
}
