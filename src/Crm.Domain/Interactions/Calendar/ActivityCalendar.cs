using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Activities as iCalendar (RFC 5545): invitations, cancellations and feeds out, and answers to invitations in.</summary>
/// <remarks>
/// Scoped service. No act saves; the host saves once. The text is UTF-8 with media type <c>text/calendar</c>. A host that serves a feed by
/// a link protects it by an unguessable, revocable token, and answers a wrong one as it answers one that never was.
/// </remarks>
[FrontDoor]
public sealed class ActivityCalendar(IActivityStore activities, IActivityQueries queries, IBusinessZone business, CrmActs acts)
{
    /// <summary>Writes one activity.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="method">What it is sent for.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The calendar, or <c>ActNotAllowed</c>, <c>ActivityNotFound</c>, <c>ActivityNotOpen</c>, <c>ActivityNotCancelled</c>, <c>CalendarOrganiserMissing</c>.</returns>
    public Task<CrmResult<string>> WriteAsync(ActivityId id, CalendarMethod method = CalendarMethod.Publish, CancellationToken cancellationToken = default) => acts.MakeAsync<string>(
        "interactions.write-calendar",
        async now =>
        {
            if (await activities.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } activity)
            {
                return acts.Errors.ActivityNotFound(id.ToString());
            }

            Guard.Defined(method);
            var refused = method == CalendarMethod.Publish ? null
                : activity.Organiser?.Address is null ? acts.Errors.CalendarOrganiserMissing(activity.Subject)
                : method == CalendarMethod.Request && !activity.IsOpen ? activity.CanChange().ToError(acts.Errors)
                : method == CalendarMethod.Cancel && activity.Status != ActivityStatus.Cancelled ? acts.Errors.ActivityNotCancelled(activity.Subject)
                : null;
            return refused is not null ? refused : CalendarWriter.Write(ActivityComponents.Calendar([activity], method, now));
        },
        cancellationToken);

    /// <summary>Writes the activities that the actor may read, without those who take part: a feed or a download.</summary>
    /// <param name="criteria">Which activities.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The calendar, or <c>InvalidValue</c>.</returns>
    public Task<CrmResult<string>> PublishAsync(ActivityCriteria criteria, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return acts.MakeOwnAsync<string>(
            async now =>
            {
                var listed = await queries.ListAsync(criteria, acts.Gate.Readable, acts.Gate.ReadableAudiences, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false);
                var found = await activities.FindAllAsync([.. listed.Items.Select(a => a.Id)], cancellationToken).ConfigureAwait(false);
                return CalendarWriter.Write(ActivityComponents.Calendar(found, CalendarMethod.Publish, now));
            },
            cancellationToken);
    }

    /// <summary>
    /// Notes the answer that a participant's calendar sent. It counts when it names an activity, answers its latest invitation, and comes
    /// from the participant itself; nobody is added by an answer.
    /// </summary>
    /// <param name="calendar">The text of the calendar object, at most a million characters.</param>
    /// <param name="from">The address that the mail came from, as the host verified it.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The activity, or <c>ActNotAllowed</c>, <c>CalendarUnreadable</c>, <c>CalendarMethodNotAccepted</c>, <c>ActivityNotFound</c>, <c>CalendarAttendeeUnknown</c>,
    /// <c>CalendarReplyOutdated</c>, <c>ActivityNotOpen</c>.</returns>
    public Task<CrmResult<Activity>> ReplyAsync(string calendar, EmailAddress from, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(from);
        return acts.MakeAsync<Activity>(
            "interactions.answer-invitation",
            async now =>
            {
                var read = CalendarReplies.Read(calendar, business.Zone, acts.Errors);
                if (!read.TryGetValue(out var reply))
                {
                    return CrmResult<Activity>.Failed(read.Errors);
                }

                var activity = reply.Occurrence is { } occurrence
                    ? await activities.FindOccurrenceAsync(reply.Uid, occurrence, cancellationToken).ConfigureAwait(false)
                    : await activities.FindAsync(reply.Uid, cancellationToken).ConfigureAwait(false);
                if (activity is null)
                {
                    return acts.Errors.ActivityNotFound(reply.Uid.ToString());
                }

                if (from.Normalized != reply.Attendee.Normalized || activity.FindParticipant(reply.Attendee.Value) is not { Role: not ParticipantRole.Organiser } participant)
                {
                    return acts.Errors.CalendarAttendeeUnknown(from.Value);
                }

                // Answers may arrive in another order than they were given.
                var stamp = reply.Stamp is { } at && at < now ? at : now;
                var ruling = participant.AnsweredAt > stamp ? CrmRuling.Refused(e => e.CalendarReplyOutdated(reply.Sequence, activity.Sequence)) : activity.CanAnswer(participant.Number, reply.Sequence);
                if (!ruling)
                {
                    return ruling.ToError(acts.Errors);
                }

                activity.Answer(participant.Number, reply.Acceptance, reply.Sequence, stamp, now);
                return activity;
            },
            cancellationToken);
    }
}
