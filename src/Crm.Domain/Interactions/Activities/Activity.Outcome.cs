using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

public sealed partial class Activity
{
    /// <summary>Whether it can begin.</summary>
    /// <returns>The ruling; refused with <c>ActivityTransitionNotAllowed</c>.</returns>
    public CrmRuling CanStart() => May(Status == ActivityStatus.Planned, ActivityStatus.InProgress);

    /// <summary>Begins it.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It has begun or is settled.</exception>
    public void Start(Instant now)
    {
        CanStart().Demand();
        (Status, StartedAt) = (ActivityStatus.InProgress, now);
        Raise(new ActivityStarted(Id, now));
    }

    /// <summary>Whether it can be noted as held or done: it is open, or was taken for missed.</summary>
    /// <returns>The ruling; refused with <c>ActivityTransitionNotAllowed</c>.</returns>
    public CrmRuling CanFinish() => May(IsOpen || Status == ActivityStatus.Missed, IsTask ? ActivityStatus.Done : ActivityStatus.Held);

    /// <summary>Notes that a call or meeting was held, or a task done.</summary>
    /// <param name="took">How long it took; null where nobody knows.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="interactionId">The contact that was recorded, if any.</param>
    /// <param name="actorId">Id of who says so.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is held, done or cancelled already.</exception>
    /// <exception cref="ArgumentException">The time is negative, or a text is too long.</exception>
    public void Finish(Duration? took, string? outcome, InteractionId? interactionId, string actorId, Instant now)
    {
        CanFinish().Demand();
        if (took < Duration.Zero)
        {
            throw new ArgumentException("What is held does not end before it begins.", nameof(took));
        }

        var contact = interactionId is { } id ? Guard.NotEmpty(id) : (InteractionId?)null;
        Settle(IsTask ? ActivityStatus.Done : ActivityStatus.Held, actorId, outcome, now);
        (Took, InteractionId) = (took, contact);
        RaiseSettled(now);
    }

    /// <summary>Whether it can be noted as held: it is a call or meeting, and can be finished.</summary>
    /// <returns>The ruling; refused with <c>ActivityTransitionNotAllowed</c>.</returns>
    public CrmRuling CanHold() => May(!IsTask, ActivityStatus.Held).Then(CanFinish());

    /// <summary>Whether it can be noted as done: it is a task, and can be finished.</summary>
    /// <returns>The ruling; refused with <c>ActivityTransitionNotAllowed</c>.</returns>
    public CrmRuling CanComplete() => May(IsTask, ActivityStatus.Done).Then(CanFinish());

    /// <summary>Whether it can be noted as missed: its time has come and it is open.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>ActivityTransitionNotAllowed</c> or <c>ActivityNotDue</c>.</returns>
    public CrmRuling CanMiss(Instant now) => May(IsOpen, ActivityStatus.Missed)
        .Then(PlannedAt <= now ? CrmRuling.Permitted : CrmRuling.Refused(e => e.ActivityNotDue(Subject)));

    /// <summary>Notes that it did not take place.</summary>
    /// <param name="outcome">Why.</param>
    /// <param name="actorId">Id of who says so.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">Its time has not come, or it is settled.</exception>
    /// <exception cref="ArgumentException">A text is too long.</exception>
    public void Miss(string? outcome, string actorId, Instant now)
    {
        CanMiss(now).Demand();
        Settle(ActivityStatus.Missed, actorId, outcome, now);
        RaiseSettled(now);
    }

    /// <summary>Whether it can be called off.</summary>
    /// <returns>The ruling; refused with <c>ActivityTransitionNotAllowed</c>.</returns>
    public CrmRuling CanCancel() => May(IsOpen, ActivityStatus.Cancelled);

    /// <summary>Calls it off.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="actorId">Id of who says so.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is settled.</exception>
    /// <exception cref="ArgumentException">A text is too long.</exception>
    public void Cancel(string? reason, string actorId, Instant now)
    {
        CanCancel().Demand();
        Settle(ActivityStatus.Cancelled, actorId, reason, now);
        Sequence++;
        RaiseSettled(now);
    }

    /// <summary>Whether it can be planned for another time: it is open, or was missed.</summary>
    /// <returns>The ruling; refused with <c>ActivityTransitionNotAllowed</c>.</returns>
    public CrmRuling CanReschedule() => May(IsOpen || Status == ActivityStatus.Missed, ActivityStatus.Planned);

    /// <summary>Plans it for another time. Reminders move with it, and everybody who was invited answers anew.</summary>
    /// <param name="start">When it begins; of a task, when it is due.</param>
    /// <param name="end">When it ends; null keeps its length.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actorId">Id of who says so.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is held, done or cancelled.</exception>
    /// <exception cref="ArgumentException">It ends before it begins, is planned for that time already, or a text is too long.</exception>
    public void Reschedule(Instant start, Instant? end, string? reason, string actorId, Instant now)
    {
        CanReschedule().Demand();
        var (from, to) = (new ActivityTime(PlannedAt, DueAt), TimeOf(start, end ?? start + (DueAt - PlannedAt)));
        var (by, why) = (Guard.Line(actorId, Actor.MaxIdLength), Guard.OptionalLine(reason, MaxOutcomeLength));
        if (from == to)
        {
            throw new ArgumentException("It is planned for that time already.", nameof(start));
        }

        _moves.Add(new ActivityMove(_moves.Count + 1, from, to, by, why, now));
        Plan(to);
        (Status, StartedAt, SettledAt, SettledBy, Outcome, OpenUntil) = (ActivityStatus.Planned, null, null, null, null, DueAt);
        Sequence++;
        _participants.ForEach(p => p.Answer(p.Role == ParticipantRole.Organiser ? p.Acceptance : Acceptance.None, null));
        _reminders.ForEach(r => r.Move(PlannedAt, now));
        NextReminderAt = NextReminder();
        Raise(new ActivityRescheduled(Id, Subject, CustomerId, About, Audience, from.Start, PlannedAt, DueAt, now));
    }

    private CrmRuling May(bool permitted, ActivityStatus to) =>
        permitted ? CrmRuling.Permitted : CrmRuling.Refused(e => e.ActivityTransitionNotAllowed(Subject, e.NameOf(Status), e.NameOf(to)));

    private void Settle(ActivityStatus status, string actorId, string? outcome, Instant now)
    {
        var (by, what) = (Guard.Line(actorId, Actor.MaxIdLength), outcome is null ? null : Guard.Text(outcome, MaxOutcomeLength));
        (Status, SettledBy, Outcome, SettledAt, OpenUntil, NextReminderAt) = (status, by, what, now, null, null);
    }

    private void RaiseSettled(Instant now) => Raise(new ActivitySettled(Id, Kind, Subject, Status, CustomerId, About, Audience, AssigneeId, InteractionId, now));
}
