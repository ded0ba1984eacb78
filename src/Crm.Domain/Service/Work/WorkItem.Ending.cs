using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class WorkItem
{
    /// <summary>Longest time that can be said of one handling: 30 days.</summary>
    public static Duration LongestHandling { get; } = Duration.FromDays(30);

    /// <summary>Whether it can go back to its place in the queue.</summary>
    /// <returns>The ruling; refused with <c>WorkItemTransitionNotAllowed</c>.</returns>
    public CrmRuling CanRequeue() => CanMoveTo(WorkItemState.Waiting);

    /// <summary>Puts it back to its place in the queue. What the agent spent on it counts.</summary>
    /// <param name="timedOut">Whether the reservation ran out, rather than the agent giving it back.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">Nobody has it.</exception>
    public void Requeue(bool timedOut, Instant now)
    {
        CanRequeue().Demand();
        var agent = UserId!;
        Release(now);
        Raise(new WorkItemRequeued(Id, QueueId, agent, timedOut, now));
    }

    /// <summary>Whether it can be said to be handled.</summary>
    /// <returns>The ruling; refused with <c>WorkItemTransitionNotAllowed</c>.</returns>
    public CrmRuling CanFinish() => CanMoveTo(WorkItemState.Done);

    /// <summary>The agent has handled it.</summary>
    /// <param name="time">What the agent spent on it; null for the time since it was accepted.</param>
    /// <param name="repeatWindow">For how long a contact of the customer on the same topic is a repeat; zero or longer.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">Nobody handles it.</exception>
    /// <exception cref="ArgumentException">A time is negative or longer than <see cref="LongestHandling"/>.</exception>
    public void Finish(HandlingTime? time, Duration repeatWindow, Instant now)
    {
        CanFinish().Demand();
        var spent = time ?? new HandlingTime(Duration.Max(Duration.Zero, now - HandlingSince!.Value));
        if (time is not null && (IsOutside(time.Talk) || IsOutside(time.Hold) || IsOutside(time.WrapUp)))
        {
            throw new ArgumentOutOfRangeException(nameof(time), "A time is zero or longer, and at most 30 days.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(repeatWindow, Duration.Zero);
        var repeats = CustomerId is null || Topic is null ? (Instant?)null : Guard.Storable(now + repeatWindow);
        Add(spent);
        RepeatUntil = repeats;
        End(WorkItemState.Done, now);
    }

    /// <summary>Whether the customer can have left.</summary>
    /// <returns>The ruling; refused with <c>WorkItemTransitionNotAllowed</c>: a callback cannot be left, nor what an agent handles.</returns>
    public CrmRuling CanAbandon() => Kind == WorkItemKind.Callback
        ? CrmRuling.Refused(e => e.WorkItemTransitionNotAllowed(Id.ToString(), e.NameOf(State), e.NameOf(WorkItemState.Abandoned)))
        : CanMoveTo(WorkItemState.Abandoned);

    /// <summary>The customer left before an agent accepted.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is a callback, or does not wait any more.</exception>
    public void Abandon(Instant now)
    {
        CanAbandon().Demand();
        WaitMilliseconds ??= Milliseconds(now - EnqueuedAt);
        End(WorkItemState.Abandoned, now);
    }

    /// <summary>Whether it can be taken out of the queue.</summary>
    /// <returns>The ruling; refused with <c>WorkItemTransitionNotAllowed</c>.</returns>
    public CrmRuling CanWithdraw() => CanMoveTo(WorkItemState.Withdrawn);

    /// <summary>Takes it out of the queue without its being handled. Offered or not, it counts nowhere.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It has ended.</exception>
    public void Withdraw(Instant now)
    {
        CanWithdraw().Demand();
        End(WorkItemState.Withdrawn, now);
    }

    private static bool IsOutside(Duration time) => time < Duration.Zero || time > LongestHandling;

    private void Release(Instant now)
    {
        if (HandlingSince is { } since)
        {
            Add(new HandlingTime(Duration.Max(Duration.Zero, now - since)));
        }

        (State, UserId, OfferedUntil, HandlingSince) = (WorkItemState.Waiting, null, null, null);
    }

    private void Add(HandlingTime time)
    {
        TalkMilliseconds += Milliseconds(time.Talk);
        HoldMilliseconds += Milliseconds(time.Hold);
        WrapUpMilliseconds += Milliseconds(time.WrapUp);
    }

    private void End(WorkItemState state, Instant now)
    {
        (State, EndedAt, OfferedUntil, HandlingSince, Unassigned) = (state, now, null, null, null);
        Raise(new WorkItemEnded(Id, QueueId, state, UserId, now));
    }
}
