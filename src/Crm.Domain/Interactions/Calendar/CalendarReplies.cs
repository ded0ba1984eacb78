using System.Globalization;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Reads the answers that calendars of others send (RFC 5546, section 3.2.3). Counter-proposals are refused, not guessed at.</summary>
internal static class CalendarReplies
{
    private const string Mailto = "mailto:";

    public static CrmResult<CalendarReply> Read(string text, DateTimeZone floating, CrmErrorDescriber errors)
    {
        if (CalendarReader.Read(text, out var problem) is not { } calendar)
        {
            return errors.CalendarUnreadable(problem.Line, problem.Reason);
        }

        var method = calendar.Find("METHOD")?.Value.Trim().ToUpperInvariant() ?? "PUBLISH";
        if (method != "REPLY")
        {
            return errors.CalendarMethodNotAccepted(SingleLine.TryClean(method, 40, out var named) ? named : "?");
        }

        var answers = calendar.Components.FindAll(c => c.Name is "VEVENT" or "VTODO");
        if (answers is not [var answer] || !ActivityId.TryParse(answer.Find("UID")?.Value, null, out var uid))
        {
            return errors.CalendarUnreadable(1, "One event with the UID of an invitation was expected.");
        }

        var attendees = answer.Properties.FindAll(p => p.Name == "ATTENDEE");
        if (attendees is not [var attendee] || !attendee.Value.StartsWith(Mailto, StringComparison.OrdinalIgnoreCase) || !EmailAddress.TryParse(attendee.Value[Mailto.Length..], out var address))
        {
            return errors.CalendarUnreadable(1, "One ATTENDEE with a mailto address was expected.");
        }

        if (CalendarAnswers.Read(attendee.Parameter("PARTSTAT") ?? "NEEDS-ACTION") is not { } acceptance)
        {
            return errors.CalendarUnreadable(1, "PARTSTAT is ACCEPTED, DECLINED, TENTATIVE or NEEDS-ACTION.");
        }

        var sequence = 0;
        if (answer.Find("SEQUENCE") is { } numbered && !int.TryParse(numbered.Value, NumberStyles.None, CultureInfo.InvariantCulture, out sequence))
        {
            return errors.CalendarUnreadable(1, "SEQUENCE is a number.");
        }

        var occurrence = answer.Find("RECURRENCE-ID") is { } which ? CalendarTimes.Read(which, floating) : null;
        return answer.Find("RECURRENCE-ID") is not null && occurrence is null
            ? errors.CalendarUnreadable(1, "RECURRENCE-ID is a time.")
            : new CalendarReply(uid, sequence, address, acceptance, occurrence, answer.Find("DTSTAMP") is { } stamp ? CalendarTimes.Read(stamp, DateTimeZone.Utc) : null);
    }
}
