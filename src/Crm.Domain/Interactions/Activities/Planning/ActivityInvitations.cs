using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Who does an activity, who takes part, and when it is remembered.</summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class ActivityInvitations(IActivityStore activities, CrmActs acts)
{
    /// <summary>Describes an activity otherwise.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="subject">What is to be done.</param>
    /// <param name="description">What is to be known.</param>
    /// <param name="place">Where it is held.</param>
    /// <param name="priority">How much it matters.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The activity, or <c>ActNotAllowed</c>, <c>ActivityNotFound</c>, <c>VersionConflict</c>, <c>ActivityNotOpen</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Activity>> DescribeAsync(
        ActivityId id, string subject, string? description, string? place, ActivityPriority priority, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("interactions.describe-activity", id, expectedVersion, a => a.CanChange(), (a, now) => a.Describe(subject, description, place, priority, now), cancellationToken);

    /// <summary>Gives an activity to an agent or a team.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="assigneeId">The agent; null for none.</param>
    /// <param name="teamId">The team; null for none.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The activity, or <c>ActNotAllowed</c>, <c>ActivityNotFound</c>, <c>VersionConflict</c>, <c>ActivityNotOpen</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Activity>> AssignAsync(ActivityId id, string? assigneeId, string? teamId = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("interactions.assign-activity", id, expectedVersion, a => a.CanChange(), (a, now) => a.Assign(assigneeId, teamId, now), cancellationToken);

    /// <summary>Invites somebody.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="party">Who, as organiser, required or optional.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The activity, or <c>ActNotAllowed</c>, <c>ActivityNotFound</c>, <c>VersionConflict</c>, <c>ActivityNotOpen</c>, <c>ActivityParticipantPresent</c>,
    /// <c>ActivityFull</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Activity>> InviteAsync(ActivityId id, ContactParty party, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("interactions.invite", id, expectedVersion, a => a.CanInvite(party), (a, now) => a.Invite(party, now), cancellationToken);

    /// <summary>Leaves a participant out.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The activity, or <c>ActNotAllowed</c>, <c>ActivityNotFound</c>, <c>VersionConflict</c>, <c>ActivityNotOpen</c>, <c>ActivityParticipantNotFound</c>.</returns>
    public Task<CrmResult<Activity>> UninviteAsync(ActivityId id, int participant, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("interactions.uninvite", id, expectedVersion, a => a.CanUninvite(participant), (a, now) => a.Uninvite(participant, now), cancellationToken);

    /// <summary>Notes what a participant answered, by telephone for one.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="acceptance">What was answered.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The activity, or <c>ActNotAllowed</c>, <c>ActivityNotFound</c>, <c>VersionConflict</c>, <c>ActivityNotOpen</c>, <c>ActivityParticipantNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Activity>> AnswerAsync(ActivityId id, int participant, Acceptance acceptance, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("interactions.answer-invitation", id, expectedVersion, a => a.CanAnswer(participant), (a, now) => a.Answer(participant, acceptance, null, now, now), cancellationToken);

    /// <summary>Adds a reminder.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="before">How long before its start; up to 366 days.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The activity, or <c>ActNotAllowed</c>, <c>ActivityNotFound</c>, <c>VersionConflict</c>, <c>ActivityNotOpen</c>, <c>ActivityReminderPresent</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Activity>> RemindAsync(ActivityId id, Duration before, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("interactions.remind", id, expectedVersion, a => a.CanRemind(before), (a, now) => a.Remind(before, now), cancellationToken);

    private Task<CrmResult<Activity>> ChangeAsync(
        string act, ActivityId id, long? expectedVersion, Func<Activity, CrmRuling> may, Action<Activity, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, activities.FindAsync(id, cancellationToken), e => e.ActivityNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);
}
