using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// Brings work and agents together. Any number of routers, in any number of processes, can run at the same time: no two give out the
/// same work, and no agent gets more than its units.
/// </summary>
/// <remarks>Scoped service, for staff and jobs. Its acts run in transactions of their own, or in the host's, and save.</remarks>
[FrontDoor]
public sealed class WorkRouter(
    IWorkItemStore items, IWorkQueueStore queues, IQueueAgentStore agents, IServiceCaseStore cases, AssignmentStrategies strategies, ICrmUnitOfWork work, CrmActs acts,
    IEnumerable<ICaseObserver>? observers = null)
{
    private const int Heads = 32;
    private const int Tries = 50;

    private readonly WorkHandover _handover = new(items, queues, agents, new CaseHandover(cases, observers), strategies);

    /// <summary>Gives a queue's work to its agents, first in line first, until nothing waits that somebody can take.</summary>
    /// <param name="queueId">The queue.</param>
    /// <param name="most">How many pieces of work at most; 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the act; what was given out stays.</param>
    /// <returns>What became of each piece of work that was looked at: whoever has it now, or why nobody can take it; or <c>ActNotAllowed</c>,
    /// <c>WorkQueueNotFound</c>, <c>AssignmentStrategyUnknown</c>, <c>InvalidValue</c>, or <c>VersionConflict</c> where others were faster again and again.</returns>
    public Task<CrmResult<IReadOnlyList<WorkAssignment>>> RouteAsync(WorkQueueId queueId, int most = 100, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<IReadOnlyList<WorkAssignment>>(
            "service.route-work",
            async _ =>
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 1_000);
                var done = new List<WorkAssignment>();
                var passed = new HashSet<string>(StringComparer.Ordinal);
                while (done.Count < most)
                {
                    var step = await RetryAsync(token => StepAsync(queueId, passed, token), cancellationToken).ConfigureAwait(false);
                    if (!step.TryGetValue(out var looked))
                    {
                        return CrmResult<IReadOnlyList<WorkAssignment>>.Failed(step.Errors);
                    }

                    if (looked.Assignment is not { } assignment)
                    {
                        break;
                    }

                    done.Add(assignment);
                    if (assignment.UserId is null)
                    {
                        // Whatever needs the same would meet the same answer.
                        passed.Add(looked.Demand!);
                    }
                }

                return done;
            },
            cancellationToken);

    /// <summary>
    /// An agent asks for work: it gets the first in line, over all queues that it is a member of, for which it has the skills and room.
    /// </summary>
    /// <param name="userId">The agent.</param>
    /// <param name="queueId">Only of this queue; null for any.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The work, accepted; nothing where none waits that the agent can take; or <c>ActNotAllowed</c>, <c>QueueAgentNotFound</c>,
    /// <c>AgentNotAvailable</c>, <c>WorkQueueNotFound</c>, <c>QueueMemberNotFound</c>, <c>VersionConflict</c>.</returns>
    public Task<CrmResult<NextWork>> NextAsync(string userId, WorkQueueId? queueId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userId);
        return acts.MakeAsync("service.take-work", now => RetryAsync(token => TakeAsync(userId, queueId, now, token), cancellationToken), cancellationToken);
    }

    /// <summary>Gives a piece of work to an agent by hand. It is taken from whoever has it.</summary>
    /// <param name="itemId">The work item.</param>
    /// <param name="userId">The agent.</param>
    /// <param name="regardless">Whether the agent need neither be there nor have the skills. Its capacity counts in any case.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The work item, or <c>ActNotAllowed</c>, <c>WorkItemNotFound</c>, <c>WorkItemEnded</c>, <c>WorkItemHeldByAnother</c> where the agent has it,
    /// <c>QueueAgentNotFound</c>, <c>AgentNotAvailable</c>, <c>AgentNotQualified</c>, <c>AgentHasNoRoom</c>, <c>VersionConflict</c>.</returns>
    public Task<CrmResult<WorkItem>> AssignAsync(WorkItemId itemId, string userId, bool regardless = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userId);
        return acts.MakeAsync(
            "service.assign-work", now => RetryAsync(token => _handover.AssignAsync(itemId, userId, regardless, now, acts.Errors, token), cancellationToken), cancellationToken);
    }

    /// <summary>An agent accepts what was offered to it.</summary>
    /// <param name="itemId">The work item.</param>
    /// <param name="userId">The agent.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The work item, or <c>ActNotAllowed</c>, <c>WorkItemNotFound</c>, <c>WorkItemTransitionNotAllowed</c>, <c>WorkItemHeldByAnother</c>,
    /// <c>WorkItemOfferExpired</c>, <c>VersionConflict</c>.</returns>
    public Task<CrmResult<WorkItem>> AcceptAsync(WorkItemId itemId, string userId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userId);
        return acts.MakeAsync(
            "service.accept-work", now => work.InTransactionAsync(token => _handover.AcceptAsync(itemId, userId, now, acts.Errors, token), cancellationToken), cancellationToken);
    }

    /// <summary>Puts work whose reservation has run out back to its place in the queue.</summary>
    /// <param name="most">How many pieces of work at most; 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many went back; or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<int>> ReturnExpiredAsync(int most = 100, CancellationToken cancellationToken = default) => acts.MakeAsync<int>(
        "service.return-work",
        async now =>
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 1_000);
            var returned = 0;
            foreach (var id in await items.ExpiredAsync(now, most, cancellationToken).ConfigureAwait(false))
            {
                // Whoever accepts or returns it at the same moment wins by its version.
                var result = await work.InTransactionAsync(token => _handover.ReturnAsync(id, now, acts.Errors, token), cancellationToken).ConfigureAwait(false);
                returned += result.Succeeded ? 1 : 0;
            }

            return returned;
        },
        cancellationToken);

    private Task<CrmResult<RoutingStep>> StepAsync(WorkQueueId queueId, HashSet<string> passed, CancellationToken cancellationToken) =>
        _handover.RouteAsync(queueId, passed, acts.Now, acts.Errors, Heads, cancellationToken);

    private async Task<CrmResult<NextWork>> TakeAsync(string userId, WorkQueueId? queueId, Instant now, CancellationToken cancellationToken)
    {
        if (await agents.HoldAsync(userId, cancellationToken).ConfigureAwait(false) is not { } agent)
        {
            return acts.Errors.QueueAgentNotFound(userId);
        }

        if (agent.Availability == AgentAvailability.Offline)
        {
            return acts.Errors.AgentNotAvailable(userId, acts.Errors.NameOf(agent.Availability));
        }

        var own = await queues.ListAsync(userId, cancellationToken).ConfigureAwait(false);
        if (queueId is { } wanted && !own.Any(q => q.Id == wanted))
        {
            return await queues.FindAsync(wanted, cancellationToken).ConfigureAwait(false) is { } other
                ? acts.Errors.QueueMemberNotFound(userId, other.Name)
                : acts.Errors.WorkQueueNotFound(wanted.ToString());
        }

        return await _handover.TakeAsync(agent, [.. own.Where(q => q.IsOpen && (queueId ?? q.Id) == q.Id)], now, Heads, acts.Errors, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CrmResult<T>> RetryAsync<T>(Func<CancellationToken, Task<CrmResult<T>>> step, CancellationToken cancellationToken)
        where T : notnull
    {
        for (var tries = 1; ; tries++)
        {
            var result = await work.InTransactionAsync(step, cancellationToken).ConfigureAwait(false);
            if (result.Succeeded || tries == Tries || !result.Errors.Any(e => e.Code == nameof(CrmErrorDescriber.VersionConflict)))
            {
                return result;
            }
        }
    }
}
