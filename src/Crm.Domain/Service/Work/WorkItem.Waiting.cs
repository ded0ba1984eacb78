using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class WorkItem
{
    /// <summary>Whether it can be reserved for an agent.</summary>
    /// <returns>The ruling; refused with <c>WorkItemTransitionNotAllowed</c>.</returns>
    public CrmRuling CanOffer() => CanMoveTo(WorkItemState.Offered);

    /// <summary>Reserves it for an agent, who must accept in time.</summary>
    /// <param name="userId">The agent.</param>
    /// <param name="until">When the reservation runs out; after now.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It does not wait.</exception>
    /// <exception cref="ArgumentException">The agent's id is empty or too long, or the reservation is over before it begins.</exception>
    public void Offer(string userId, Instant until, Instant now)
    {
        CanOffer().Demand();
        var agent = Guard.Line(userId, Actor.MaxIdLength);
        if (until <= now)
        {
            throw new ArgumentOutOfRangeException(nameof(until), "A reservation runs out later than now.");
        }

        (State, UserId, OfferedUntil, Unassigned) = (WorkItemState.Offered, agent, Guard.Storable(until), null);
        Raise(new WorkItemOffered(Id, QueueId, agent, until, now));
    }

    /// <summary>Whether an agent can accept it.</summary>
    /// <param name="userId">The agent.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>WorkItemTransitionNotAllowed</c>, <c>WorkItemHeldByAnother</c>, <c>WorkItemOfferExpired</c>.</returns>
    public CrmRuling CanAccept(string userId, Instant now) =>
        CanMoveTo(WorkItemState.Handling) is { IsPermitted: false } refused ? refused
        : State == WorkItemState.Offered && UserId != userId ? CrmRuling.Refused(e => e.WorkItemHeldByAnother(Id.ToString(), UserId!))
        : State == WorkItemState.Offered && OfferedUntil <= now ? CrmRuling.Refused(e => e.WorkItemOfferExpired(Id.ToString()))
        : CrmRuling.Permitted;

    /// <summary>An agent takes it, or is given it.</summary>
    /// <param name="userId">The agent.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It neither waits nor is offered to this agent, or the reservation has run out.</exception>
    /// <exception cref="ArgumentException">The agent's id is empty or too long.</exception>
    public void Accept(string userId, Instant now)
    {
        var agent = Guard.Line(userId, Actor.MaxIdLength);
        CanAccept(agent, now).Demand();
        if (AcceptedAt is null)
        {
            AcceptedAt = now;
            WaitMilliseconds = Milliseconds(now - EnqueuedAt);
        }

        (State, UserId, OfferedUntil, HandlingSince, Unassigned) = (WorkItemState.Handling, agent, null, now, null);
        Raise(new WorkItemAccepted(Id, QueueId, agent, Duration.FromMilliseconds(WaitMilliseconds ?? 0), now));
    }

    /// <summary>Whether it can be noted that nobody could take it.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>The ruling; refused with <c>WorkItemTransitionNotAllowed</c> where it does not wait, or that is noted already.</returns>
    public CrmRuling CanNoteUnassigned(UnassignedReason reason) => State == WorkItemState.Waiting && Unassigned != Guard.Defined(reason)
        ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.WorkItemTransitionNotAllowed(Id.ToString(), e.NameOf(State), e.NameOf(reason)));

    /// <summary>Notes that nobody could take it. It keeps its place.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It does not wait, or that is noted already.</exception>
    public void NoteUnassigned(UnassignedReason reason, Instant now)
    {
        CanNoteUnassigned(reason).Demand();
        Unassigned = reason;
        Raise(new WorkItemUnassigned(Id, QueueId, reason, now));
    }

    /// <summary>Whether its priority can be changed.</summary>
    /// <returns>The ruling; refused with <c>WorkItemEnded</c>.</returns>
    public CrmRuling CanPrioritise() => IsEnded ? CrmRuling.Refused(e => e.WorkItemEnded(Id.ToString())) : CrmRuling.Permitted;

    /// <summary>Makes it more or less urgent.</summary>
    /// <param name="priority">The priority.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It has ended.</exception>
    public void Prioritise(CasePriority priority, Instant now)
    {
        CanPrioritise().Demand();
        Rank = RankOf(Guard.Defined(priority));
        Raise(new WorkItemPrioritised(Id, QueueId, priority, now));
    }

    /// <summary>Whether it can go to another queue.</summary>
    /// <param name="queueId">The other queue.</param>
    /// <returns>The ruling; refused with <c>WorkItemEnded</c>, <c>WorkItemInQueueAlready</c>.</returns>
    public CrmRuling CanTransfer(WorkQueueId queueId) => IsEnded ? CrmRuling.Refused(e => e.WorkItemEnded(Id.ToString()))
        : Guard.NotEmpty(queueId) == QueueId ? CrmRuling.Refused(e => e.WorkItemInQueueAlready(Id.ToString()))
        : CrmRuling.Permitted;

    /// <summary>Sends it to another queue, where it keeps its time of waiting.</summary>
    /// <param name="queueId">The other queue.</param>
    /// <param name="demand">What it needs there.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It has ended, or is in that queue.</exception>
    public void Transfer(WorkQueueId queueId, WorkDemand demand, Instant now)
    {
        CanTransfer(queueId).Demand();
        ArgumentNullException.ThrowIfNull(demand);
        Release(now);
        var from = QueueId;
        (QueueId, Demand, Channel, Units) = (queueId, demand.ToString(), demand.Channel, demand.Units);
        Transfers++;
        Raise(new WorkItemTransferred(Id, from, queueId, now));
    }
}
