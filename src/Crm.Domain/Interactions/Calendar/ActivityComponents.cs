using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Crm.Domain.Interactions;

/// <summary>Makes components of iCalendar of activities.</summary>
internal static class ActivityComponents
{
    // An endless series is described so far; whoever looks later asks again.
    private static readonly Duration s_horizon = Duration.FromDays(3653);

    /// <summary>A whole calendar: the zones that are used, and the activities.</summary>
    public static CalendarComponent Calendar(IReadOnlyCollection<Activity> activities, CalendarMethod method, Instant now)
    {
        var calendar = new CalendarComponent("VCALENDAR");
        calendar.Add("VERSION", "2.0");
        calendar.Add("PRODID", "-//Crm.Core//Activities//EN");
        calendar.Add("METHOD", method.ToString().ToUpperInvariant());
        foreach (var zone in activities.GroupBy(a => a.TimeZone).Where(z => z.Key is not ("UTC" or "Etc/UTC")).OrderBy(z => z.Key, StringComparer.Ordinal))
        {
            calendar.Components.Add(CalendarZone.Describe(DateTimeZoneProviders.Tzdb[zone.Key], zone.Min(a => Instant.Min(a.SeriesStart ?? a.PlannedAt, a.PlannedAt)), zone.Max(LastOf)));
        }

        foreach (var activity in activities)
        {
            var isFirst = activity.SeriesId == activity.Id;
            if (isFirst)
            {
                calendar.Components.Add(Component(activity, method, now, isMaster: true));
            }

            if (!isFirst || activity.OccurrenceAt != activity.PlannedAt)
            {
                calendar.Components.Add(Component(activity, method, now, isMaster: false));
            }
        }

        return calendar;
    }

    private static Instant LastOf(Activity activity) => activity.Recurrence is null || activity.SeriesId != activity.Id
        ? activity.DueAt
        : activity.Recurrence.Rule.Until?.Instant is { } end ? Instant.Max(end, activity.DueAt) : activity.DueAt + s_horizon;

    private static CalendarComponent Component(Activity activity, CalendarMethod method, Instant now, bool isMaster)
    {
        var zone = DateTimeZoneProviders.Tzdb[activity.TimeZone];
        var start = isMaster ? activity.SeriesStart!.Value : activity.PlannedAt;
        var made = new CalendarComponent(activity.IsTask ? "VTODO" : "VEVENT");
        made.Add("UID", (activity.SeriesId ?? activity.Id).ToString());
        made.Add("DTSTAMP", CalendarTimes.Utc(now));

        // What recurs needs a start to count from, and a task has no other moment than the one at which it is due.
        made.Properties.Add(CalendarTimes.At(activity is { IsTask: true, Recurrence: null } ? "DUE" : "DTSTART", start, zone));
        if (!activity.IsTask)
        {
            made.Properties.Add(CalendarTimes.At("DTEND", start + (activity.DueAt - activity.PlannedAt), zone));
        }

        AddRecurrence(made, activity, zone, isMaster);
        made.Add("SEQUENCE", activity.Sequence.ToString(CultureInfo.InvariantCulture));
        made.Add("STATUS", StatusOf(activity));
        made.AddText("SUMMARY", activity.Subject);
        made.AddText("DESCRIPTION", activity.Description);
        made.AddText("LOCATION", activity.Place);
        made.Add("PRIORITY", activity.Priority switch { ActivityPriority.High => "1", ActivityPriority.Low => "9", _ => null });
        made.Add("CREATED", CalendarTimes.Utc(activity.CreatedAt));
        made.Add("COMPLETED", activity is { IsTask: true, Status: ActivityStatus.Done, SettledAt: { } done } ? CalendarTimes.Utc(done) : null);
        AddPeople(made, activity, method);
        if (method != CalendarMethod.Cancel && activity.IsOpen)
        {
            made.Components.AddRange(activity.Reminders.OrderByDescending(r => r.Before).Select(r => Alarm(activity, r)));
        }

        return made;
    }

    private static void AddRecurrence(CalendarComponent made, Activity activity, DateTimeZone zone, bool isMaster)
    {
        if (activity.Recurrence is not { } recurrence)
        {
            return;
        }

        if (!isMaster)
        {
            made.Properties.Add(CalendarTimes.At("RECURRENCE-ID", activity.OccurrenceAt!.Value, zone));
            return;
        }

        // A rule of something with a zone ends by UTC.
        var rule = recurrence.Rule;
        var local = rule.Until?.Local ?? rule.Until?.Day?.At(new LocalTime(23, 59, 59));
        made.Add("RRULE", (local is { } end ? rule with { Until = RecurrenceEnd.At(end.InZone(zone, Resolvers.LenientResolver).ToInstant()) } : rule).ToString());
        if (recurrence.Except.Count > 0)
        {
            var first = CalendarTimes.At("EXDATE", recurrence.Except[0].InZone(zone, Resolvers.LenientResolver).ToInstant(), zone);
            made.Properties.Add(first with
            {
                Value = string.Join(',', recurrence.Except.Select(e => CalendarTimes.At("EXDATE", e.InZone(zone, Resolvers.LenientResolver).ToInstant(), zone).Value)),
            });
        }
    }

    private static void AddPeople(CalendarComponent made, Activity activity, CalendarMethod method)
    {
        if (activity.Organiser is { Address: { } organiser } host)
        {
            made.Add("ORGANIZER", $"mailto:{organiser}", Named(host));
        }

        if (method == CalendarMethod.Publish)
        {
            return;
        }

        foreach (var guest in activity.Participants.Where(p => p is { Address: not null, Role: not ParticipantRole.Organiser }))
        {
            made.Add("ATTENDEE", $"mailto:{guest.Address}",
            [
                new("ROLE", guest.Role == ParticipantRole.Optional ? "OPT-PARTICIPANT" : "REQ-PARTICIPANT"),
                new("PARTSTAT", CalendarAnswers.Text(guest.Acceptance)),
                new("RSVP", method == CalendarMethod.Request ? "TRUE" : "FALSE"),
                .. Named(guest),
            ]);
        }
    }

    private static KeyValuePair<string, string>[] Named(ActivityParticipant person) => person.Name is { } name ? [new("CN", name)] : [];

    private static CalendarComponent Alarm(Activity activity, ActivityReminder reminder)
    {
        var alarm = new CalendarComponent("VALARM");
        alarm.Add("ACTION", "DISPLAY");
        alarm.AddText("DESCRIPTION", activity.Subject);
        alarm.Add("TRIGGER", CalendarDuration.Before(reminder.Before), activity is { IsTask: true, Recurrence: null } ? [new("RELATED", "END")] : []);
        return alarm;
    }

    private static string StatusOf(Activity activity) => (activity.IsTask, activity.Status) switch
    {
        (_, ActivityStatus.Cancelled) => "CANCELLED",
        (true, ActivityStatus.Done) => "COMPLETED",
        (true, ActivityStatus.InProgress) => "IN-PROCESS",
        (true, _) => "NEEDS-ACTION",
        _ => "CONFIRMED",
    };
}
