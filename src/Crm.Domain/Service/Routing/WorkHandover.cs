using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>The steps by which work changes hands, each within an open transaction that the <see cref="WorkRouter"/> begins and saves.</summary>
internal sealed class WorkHandover(IWorkItemStore items, IWorkQueueStore queues, IQueueAgentStore agents, CaseHandover cases, AssignmentStrategies strategies)
{
    /// <summary>Looks at the first piece of work in line that needs something that was not passed over before.</summary>
    public async Task<CrmResult<RoutingStep>> RouteAsync(
        WorkQueueId queueId, HashSet<string> passed, Instant now, CrmErrorDescriber errors, int heads, CancellationToken cancellationToken)
    {
        if (await queues.ReadAsync(queueId, cancellationToken).ConfigureAwait(false) is not { } queue)
        {
            return errors.WorkQueueNotFound(queueId.ToString());
        }

        if (strategies.Find(queue.Strategy) is not { } strategy)
        {
            return errors.AssignmentStrategyUnknown(queue.Strategy, string.Join(", ", strategies.Keys));
        }

        var line = passed.Count == 0
            ? await items.HeadAsync(queueId, null, now, heads, cancellationToken).ConfigureAwait(false)
            : await LineAsync([queue], (_, demand) => passed.Contains(demand.ToString()) ? null : now, heads, cancellationToken).ConfigureAwait(false);
        if (await ClaimAsync(line, cancellationToken).ConfigureAwait(false) is not { } item)
        {
            return new RoutingStep(null, null);
        }

        var decision = await DecideAsync(queue, item, strategy, now, cancellationToken).ConfigureAwait(false);
        if (decision is null)
        {
            return errors.VersionConflict($"{nameof(WorkItem)} {item.Id}");
        }

        if (decision.Candidate is not { } chosen)
        {
            if (item.CanNoteUnassigned(decision.Reason!.Value))
            {
                item.NoteUnassigned(decision.Reason.Value, now);
            }

            return new RoutingStep(new(item.Id, queueId, null, decision.Reason, null, null), item.Demand);
        }

        var userId = chosen.Agent.UserId;
        if (queue.ReservationTime is { } time)
        {
            item.Offer(userId, now + time, now);
        }
        else
        {
            item.Accept(userId, now);
            await cases.GiveAsync(item, userId, now, cancellationToken).ConfigureAwait(false);
        }

        return new RoutingStep(new(item.Id, queueId, userId, null, decision.Reach, item.OfferedUntil), item.Demand);
    }

    /// <summary>Gives the first in line that a held agent can take to it.</summary>
    public async Task<CrmResult<NextWork>> TakeAsync(
        AgentLoad agent, IReadOnlyList<WorkQueue> own, Instant now, int heads, CrmErrorDescriber errors, CancellationToken cancellationToken)
    {
        var line = await LineAsync(own, (queue, demand) => WaitingSince(agent, queue, demand, now), heads, cancellationToken).ConfigureAwait(false);
        if (line.Count == 0)
        {
            return new NextWork(null);
        }

        if (await ClaimAsync(line, cancellationToken).ConfigureAwait(false) is not { } item)
        {
            return errors.VersionConflict(nameof(WorkItem));
        }

        item.Accept(agent.UserId, now);
        await cases.GiveAsync(item, agent.UserId, now, cancellationToken).ConfigureAwait(false);
        return new NextWork(item);
    }

    public async Task<CrmResult<WorkItem>> AssignAsync(WorkItemId id, string userId, bool regardless, Instant now, CrmErrorDescriber errors, CancellationToken cancellationToken)
    {
        if (await items.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } item)
        {
            return errors.WorkItemNotFound(id.ToString());
        }

        if (item.IsEnded)
        {
            return errors.WorkItemEnded(id.ToString());
        }

        if (item.State == WorkItemState.Handling && item.UserId == userId)
        {
            return errors.WorkItemHeldByAnother(id.ToString(), userId);
        }

        if (await agents.HoldAsync(userId, cancellationToken).ConfigureAwait(false) is not { } agent)
        {
            return errors.QueueAgentNotFound(userId);
        }

        if (!regardless && agent.Availability != AgentAvailability.Active)
        {
            return errors.AgentNotAvailable(userId, errors.NameOf(agent.Availability));
        }

        var needs = item.Needs;
        if (!regardless && !AssignmentPlan.IsQualified(agent, needs, 0, 1))
        {
            return errors.AgentNotQualified(userId, string.Join(", ", needs.Skills));
        }

        // What is offered to the agent takes its room already.
        if (item.UserId != userId && !agent.HasRoomFor(needs))
        {
            return errors.AgentHasNoRoom(userId);
        }

        if (item.State != WorkItemState.Waiting)
        {
            item.Requeue(false, now);
        }

        item.Accept(userId, now);
        await cases.GiveAsync(item, userId, now, cancellationToken).ConfigureAwait(false);
        return item;
    }

    public async Task<CrmResult<WorkItem>> AcceptAsync(WorkItemId id, string userId, Instant now, CrmErrorDescriber errors, CancellationToken cancellationToken)
    {
        if (await items.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } item)
        {
            return errors.WorkItemNotFound(id.ToString());
        }

        // What waits has no room with the agent yet: that is NextAsync's or AssignAsync's affair.
        if (item.State == WorkItemState.Waiting)
        {
            return errors.WorkItemTransitionNotAllowed(id.ToString(), errors.NameOf(item.State), errors.NameOf(WorkItemState.Handling));
        }

        if (item.CanAccept(userId, now) is { IsPermitted: false } refused)
        {
            return refused.ToError(errors);
        }

        item.Accept(userId, now);
        await cases.GiveAsync(item, userId, now, cancellationToken).ConfigureAwait(false);
        return item;
    }

    public async Task<CrmResult<WorkItem>> ReturnAsync(WorkItemId id, Instant now, CrmErrorDescriber errors, CancellationToken cancellationToken)
    {
        if (await items.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { State: WorkItemState.Offered } item || item.OfferedUntil > now)
        {
            return errors.WorkItemNotFound(id.ToString());
        }

        item.Requeue(true, now);
        return item;
    }

    // An agent is chosen from what is read, then held and looked at again: by then another router may have filled it or taken its turn.
    // Choosing anew is for the next transaction, since routers that hold several agents would wait for each other.
    private async Task<AssignmentDecision?> DecideAsync(WorkQueue queue, WorkItem item, IAssignmentStrategy strategy, Instant now, CancellationToken cancellationToken)
    {
        var members = queue.Members.ToDictionary(m => m.UserId, StringComparer.Ordinal);
        var loads = queue.IsOpen && members.Count > 0 ? await agents.LoadsAsync(members.Keys, cancellationToken).ConfigureAwait(false) : [];
        var snapshot = new AssignmentSnapshot(item.Needs, [.. loads.Select(a => new AssignmentCandidate(a, members[a.UserId].Weight, members[a.UserId].Turn))])
        {
            IsOpen = queue.IsOpen, Reach = queue.Reach, Relaxation = queue.RelaxationAfter(now - item.EnqueuedAt), RelaxTo = queue.RelaxTo,
        };
        var decision = AssignmentPlan.Decide(snapshot, strategy);
        return decision.Candidate is not { } chosen ? decision
            : await agents.HoldAsync(chosen.Agent.UserId, cancellationToken).ConfigureAwait(false) is { } held
                && held.HasRoomFor(snapshot.Demand) && held.Availability == chosen.Agent.Availability
                && await queues.TryTurnAsync(queue.Id, held.UserId, chosen.Turn, decision.NextTurn, cancellationToken).ConfigureAwait(false) ? decision
            : null;
    }

    // Since when work must wait for the agent to be skilled enough for it; null where it never will be, or has no room.
    private static Instant? WaitingSince(AgentLoad agent, WorkQueue queue, WorkDemand demand, Instant now)
    {
        if (!agent.HasRoomFor(demand))
        {
            return null;
        }

        for (var relaxation = 0; relaxation <= (queue.RelaxEvery is null ? 0 : SkillLevel.MaxLevel); relaxation++)
        {
            if (AssignmentPlan.IsQualified(agent, demand, relaxation, queue.RelaxTo))
            {
                return relaxation == 0 ? now : now - (queue.RelaxEvery!.Value * relaxation);
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<WaitingWork>> LineAsync(
        IReadOnlyList<WorkQueue> from, Func<WorkQueue, WorkDemand, Instant?> waitingSince, int heads, CancellationToken cancellationToken)
    {
        var line = new List<WaitingWork>();
        foreach (var queue in from)
        {
            foreach (var demand in await items.DemandsAsync(queue.Id, cancellationToken).ConfigureAwait(false))
            {
                if (waitingSince(queue, demand) is { } since)
                {
                    line.AddRange(await items.HeadAsync(queue.Id, demand, since, heads, cancellationToken).ConfigureAwait(false));
                }
            }
        }

        return [.. line.OrderBy(w => w.Rank).ThenBy(w => w.EnqueuedAt).ThenBy(w => w.ItemId).Take(heads)];
    }

    private async Task<WorkItem?> ClaimAsync(IReadOnlyList<WaitingWork> line, CancellationToken cancellationToken) =>
        line.Count == 0 ? null : await items.ClaimAsync([.. line.Select(w => w.ItemId)], cancellationToken).ConfigureAwait(false);
}
