using System.Globalization;
using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Makes components of iCalendar of appointments.</summary>
internal static class VisitComponents
{
    public static string Calendar(
        ServiceVisit visit, VisitBooking booking, string uid, int sequence, string summary, string? description, VisitInvitation invitation, Instant now)
    {
        var zone = DateTimeZoneProviders.Tzdb[visit.TimeZone];
        var isOff = !booking.Occupies;
        var method = isOff ? CalendarMethod.Cancel : CalendarMethod.Request;
        var calendar = new CalendarComponent("VCALENDAR");
        calendar.Add("VERSION", "2.0");
        calendar.Add("PRODID", "-//Crm.Core//Visits//EN");
        calendar.Add("METHOD", method.ToString().ToUpperInvariant());
        if (zone.Id is not ("UTC" or "Etc/UTC"))
        {
            calendar.Components.Add(CalendarZone.Describe(zone, booking.PlannedStart, booking.PlannedEnd));
        }

        var made = new CalendarComponent("VEVENT");
        made.Add("UID", uid);
        made.Add("DTSTAMP", CalendarTimes.Utc(now));
        made.Properties.Add(CalendarTimes.At("DTSTART", booking.PlannedStart, zone));
        made.Properties.Add(CalendarTimes.At("DTEND", booking.PlannedEnd, zone));
        made.Add("SEQUENCE", sequence.ToString(CultureInfo.InvariantCulture));
        made.Add("STATUS", isOff ? "CANCELLED" : "CONFIRMED");
        made.AddText("SUMMARY", summary);
        made.AddText("DESCRIPTION", description);
        made.AddText("LOCATION", visit.Address?.ToString());
        made.Add("GEO", visit.Place is { } place ? string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:0.######};{place.Longitude:0.######}") : null);
        made.Add("CREATED", CalendarTimes.Utc(visit.CreatedAt));
        made.Add("ORGANIZER", $"mailto:{invitation.Organiser}", Named(invitation.OrganiserName));
        made.Add("ATTENDEE", $"mailto:{invitation.Attendee}",
        [
            new("ROLE", "REQ-PARTICIPANT"), new("PARTSTAT", "NEEDS-ACTION"), new("RSVP", isOff ? "FALSE" : "TRUE"), .. Named(invitation.AttendeeName),
        ]);
        calendar.Components.Add(made);
        return CalendarWriter.Write(calendar);
    }

    /// <summary>What a technician has to know and to bring.</summary>
    public static string Instructions(ServiceVisit visit) => string.Join('\n', new[]
    {
        visit.Instructions,
        visit.Parts.Count == 0 ? null : string.Join(", ", visit.Parts.OrderBy(p => p.Sku, StringComparer.Ordinal).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Quantity:0.####} × {p.Sku}"))),
        visit.Skills.Count == 0 ? null : string.Join(", ", visit.Skills.OrderBy(s => s.Skill, StringComparer.Ordinal).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Skill}={s.Level}"))),
    }.Where(t => !string.IsNullOrWhiteSpace(t)));

    private static KeyValuePair<string, string>[] Named(string? name) => string.IsNullOrWhiteSpace(name) ? [] : [new("CN", name)];
}
