using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Plans tasks, calls and meetings, says what became of them, and lists what is to be done.</summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class ActivityPlanner(
    IActivityStore activities, IActivityQueries queries, ActivityKindCatalog kinds, IChannelCatalog channels, ICustomerQueries customers, IBusinessZone business, ContactHistory history, CrmActs acts)
{
    private readonly ActivityMaking _making = new(activities, kinds, channels, customers, business, acts);

    /// <summary>Plans an activity.</summary>
    /// <param name="details">What is known.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The activity, or <c>ActNotAllowed</c>, <c>ActivityKindUnknown</c>, <c>ChannelUnknown</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Activity>> PlanAsync(ActivityDetails details, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        return acts.MakeAsync("interactions.plan-activity", now => _making.PlanAsync(details, null, now, cancellationToken), cancellationToken);
    }

    /// <summary>Records a contact and plans what follows from it, with its reminders, in one act: both or neither.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="followUp">What follows; about the contact and its customer where nothing else is said.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>Both, or the errors of <see cref="ContactHistory.RecordAsync"/> and <see cref="PlanAsync"/>.</returns>
    public Task<CrmResult<FollowedContact>> RecordAsync(ContactDetails contact, ActivityDetails followUp, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(followUp);
        return acts.MakeAsync<FollowedContact>(
            "interactions.plan-activity",
            async now =>
            {
                // Tried first, since a contact must not stand there without what follows from it.
                var tried = await _making.MakeAsync(followUp, null, now, cancellationToken).ConfigureAwait(false);
                var recorded = tried.Succeeded ? await history.RecordAsync(contact, cancellationToken).ConfigureAwait(false) : CrmResult<Interaction>.Failed(tried.Errors);
                if (!recorded.TryGetValue(out var made))
                {
                    return CrmResult<FollowedContact>.Failed(recorded.Errors);
                }

                return new FollowedContact(made, (await _making.PlanAsync(ActivityMaking.From(followUp, made), null, now, cancellationToken).ConfigureAwait(false)).Value);
            },
            cancellationToken);
    }

    /// <summary>Finds an activity.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The activity; null when there is none or the actor may not read it.</returns>
    public async Task<Activity?> FindAsync(ActivityId id, CancellationToken cancellationToken = default)
    {
        var found = await activities.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return found is not null && acts.Gate.MayRead(found.Audience)
            && (acts.Gate.Readable.Everything || (found.CustomerId is { } customer && acts.Gate.Readable.Includes(customer.ToSubject()))) ? found : null;
    }

    /// <summary>Lists activities the actor may read, in the order of their planned start: a day of an agent, a customer or a team.</summary>
    /// <param name="criteria">Which activities; all when null.</param>
    /// <param name="page">Which page; the first 50 rows when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    public Task<Page<ActivitySummary>> ListAsync(ActivityCriteria? criteria = null, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        queries.ListAsync(criteria ?? ActivityCriteria.All, acts.Gate.Readable, acts.Gate.ReadableAudiences, page ?? PageRequest.First, cancellationToken);

    /// <summary>Lists activities the actor may read that are open although their time is over, the longest overdue first.</summary>
    /// <param name="criteria">Which activities; all when null.</param>
    /// <param name="at">The moment asked about; now when null.</param>
    /// <param name="page">Which page; the first 50 rows when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    public Task<Page<ActivitySummary>> OverdueAsync(ActivityCriteria? criteria = null, Instant? at = null, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        queries.OverdueAsync(at ?? acts.Now, criteria ?? ActivityCriteria.All, acts.Gate.Readable, acts.Gate.ReadableAudiences, page ?? PageRequest.First, cancellationToken);

    /// <summary>Begins an activity.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The activity, or <c>ActNotAllowed</c>, <c>ActivityNotFound</c>, <c>VersionConflict</c>, <c>ActivityTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<Activity>> StartAsync(ActivityId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("interactions.start-activity", id, expectedVersion, a => a.CanStart(), (a, now) => a.Start(now), cancellationToken);

    /// <summary>
    /// Notes that a call or meeting took place, records the contact with the customer it was about, plans what follows, and plans the
    /// next of its series, in one act.
    /// </summary>
    /// <param name="id">The activity.</param>
    /// <param name="result">How it went; nothing is known when null.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>What was made, or <c>ActNotAllowed</c>, <c>ActivityNotFound</c>, <c>VersionConflict</c>, <c>ActivityTransitionNotAllowed</c>,
    /// and the errors of <see cref="RecordAsync"/>.</returns>
    public Task<CrmResult<SettledActivity>> HoldAsync(ActivityId id, ActivityResult? result = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        SettleAsync("interactions.hold-activity", id, expectedVersion, (a, _) => a.CanHold(), async (activity, now) =>
        {
            var (went, followUp) = (result ?? new ActivityResult(), result?.FollowUp);
            if (followUp is not null && await _making.MakeAsync(followUp, null, now, cancellationToken).ConfigureAwait(false) is { Succeeded: false } refused)
            {
                return CrmResult<SettledActivity>.Failed(refused.Errors);
            }

            // Checked before a contact is made of it.
            _ = went.Outcome is null ? null : Guard.Text(went.Outcome, Activity.MaxOutcomeLength, nameof(went.Outcome));
            var took = went.Took ?? (activity.StartedAt is { } begun && begun <= now ? now - begun : null);
            Interaction? contact = null;
            if (activity is { Channel: { } channel, CustomerId: { } customer })
            {
                var at = went.At ?? activity.StartedAt ?? (activity.PlannedAt < now ? activity.PlannedAt : now);
                var recorded = await history.RecordAsync(
                    new ContactDetails(customer, channel, went.Direction, activity.Subject)
                    {
                        At = at, Duration = took, Body = went.Body ?? went.Outcome, AgentId = activity.AssigneeId, About = activity.About, Audience = activity.Audience,
                        Participants = _making.Parties(activity, channel),
                    },
                    cancellationToken).ConfigureAwait(false);
                if (!recorded.TryGetValue(out contact))
                {
                    return CrmResult<SettledActivity>.Failed(recorded.Errors);
                }
            }

            activity.Finish(took, went.Outcome, contact?.Id, acts.Gate.Actor.Id, now);
            var about = followUp is null ? null
                : contact is not null ? ActivityMaking.From(followUp, contact)
                : followUp with { CustomerId = followUp.CustomerId ?? activity.CustomerId, About = followUp.About ?? activity.About };
            return new SettledActivity(activity)
            {
                Contact = contact,
                FollowUp = about is null ? null : (await _making.PlanAsync(about, null, now, cancellationToken).ConfigureAwait(false)).Value,
            };
        }, cancellationToken);

    /// <summary>Notes that a task was done, and plans the next of its series.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>What was made, or <c>ActNotAllowed</c>, <c>ActivityNotFound</c>, <c>VersionConflict</c>, <c>ActivityTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<SettledActivity>> CompleteAsync(ActivityId id, string? outcome = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        SettleAsync("interactions.complete-activity", id, expectedVersion, (a, _) => a.CanComplete(), (a, now) => Settled(a, () => a.Finish(null, outcome, null, acts.Gate.Actor.Id, now)), cancellationToken);

    /// <summary>Notes that an activity did not take place, and plans the next of its series.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="outcome">Why.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>What was made, or <c>ActNotAllowed</c>, <c>ActivityNotFound</c>, <c>VersionConflict</c>, <c>ActivityTransitionNotAllowed</c>, <c>ActivityNotDue</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<SettledActivity>> MissAsync(ActivityId id, string? outcome = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        SettleAsync("interactions.miss-activity", id, expectedVersion, (a, now) => a.CanMiss(now), (a, now) => Settled(a, () => a.Miss(outcome, acts.Gate.Actor.Id, now)), cancellationToken);

    /// <summary>Calls an activity off, and plans the next of its series.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="reason">Why.</param>
    /// <param name="endsSeries">Whether no other of its series follows.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>What was made, or <c>ActNotAllowed</c>, <c>ActivityNotFound</c>, <c>VersionConflict</c>, <c>ActivityTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<SettledActivity>> CancelAsync(
        ActivityId id, string? reason = null, bool endsSeries = false, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        SettleAsync("interactions.cancel-activity", id, expectedVersion, (a, _) => a.CanCancel(), (a, now) => Settled(a, () => a.Cancel(reason, acts.Gate.Actor.Id, now)), cancellationToken, endsSeries);

    /// <summary>Plans an activity for another time; its history keeps the old one.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="start">When it begins; of a task, when it is due.</param>
    /// <param name="end">When it ends; null keeps its length.</param>
    /// <param name="reason">Why.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The activity, or <c>ActNotAllowed</c>, <c>ActivityNotFound</c>, <c>VersionConflict</c>, <c>ActivityTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Activity>> RescheduleAsync(
        ActivityId id, Instant start, Instant? end = null, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("interactions.reschedule-activity", id, expectedVersion, a => a.CanReschedule(), (a, now) => a.Reschedule(start, end, reason, acts.Gate.Actor.Id, now), cancellationToken);

    private static Task<CrmResult<SettledActivity>> Settled(Activity activity, Action settle)
    {
        settle();
        return Task.FromResult<CrmResult<SettledActivity>>(new SettledActivity(activity));
    }

    private Task<CrmResult<Activity>> ChangeAsync(
        string act, ActivityId id, long? expectedVersion, Func<Activity, CrmRuling> may, Action<Activity, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, activities.FindAsync(id, cancellationToken), e => e.ActivityNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);

    private Task<CrmResult<SettledActivity>> SettleAsync(
        string act,
        ActivityId id,
        long? expectedVersion,
        Func<Activity, Instant, CrmRuling> may,
        Func<Activity, Instant, Task<CrmResult<SettledActivity>>> settle,
        CancellationToken cancellationToken,
        bool endsSeries = false) => acts.MakeAsync(
            act,
            async now =>
            {
                var found = await activities.FindAsync(id, cancellationToken).ConfigureAwait(false);
                var refused = found is null ? acts.Errors.ActivityNotFound(id.ToString())
                    : expectedVersion is { } expected && expected != found.Version ? acts.Errors.VersionConflict($"{nameof(Activity)} {id}")
                    : may(found, now) is { IsPermitted: false } ruling ? ruling.ToError(acts.Errors)
                    : null;
                if (refused is not null)
                {
                    return refused;
                }

                var settled = await settle(found!, now).ConfigureAwait(false);
                return settled.TryGetValue(out var done) && !endsSeries
                    ? done with { Next = await _making.NextAsync(found!, now, cancellationToken).ConfigureAwait(false) }
                    : settled;
            },
            cancellationToken);
}
