namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such calendar.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ServiceCalendarNotFound(string key) => Error(nameof(ServiceCalendarNotFound), "There is no calendar {0}.", "calendar", key);

    /// <summary>Another calendar has the key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ServiceCalendarKeyTaken(string key) => Error(nameof(ServiceCalendarKeyTaken), "There is a calendar {0} already.", "key", key);

    /// <summary>The calendar says all of this already.</summary>
    /// <param name="key">The calendar.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ServiceCalendarUnchanged(string key) => Error(nameof(ServiceCalendarUnchanged), "Calendar {0} says this already.", "calendar", key);

    /// <summary>The change would hold before it was made.</summary>
    /// <param name="key">The calendar.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ServiceCalendarValidityPast(string key) => Error(nameof(ServiceCalendarValidityPast), "Calendar {0} can be changed from now on, not for what has passed.", "validFrom", key);

    /// <summary>The calendar has as many versions as it can have.</summary>
    /// <param name="key">The calendar.</param>
    /// <param name="most">How many.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ServiceCalendarFull(string key, int most) => Error(nameof(ServiceCalendarFull), "Calendar {0} has {1} versions already.", "calendar", key, most);

    /// <summary>No such time zone is known.</summary>
    /// <param name="zone">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ServiceZoneUnknown(string zone) => Error(nameof(ServiceZoneUnknown), "{0} is not an IANA time zone, such as Europe/Rome.", "zone", zone);

    /// <summary>A calendar has no working hours on any day of the week, so that nothing would ever come due.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError ServiceHoursNeverOpen() => Error(nameof(ServiceHoursNeverOpen), "The calendar is never open: at least one day of the week needs working hours.", "weekly");

    /// <summary>An interval ends before it begins, and night shifts are not allowed.</summary>
    /// <param name="day">The day of the week or the date.</param>
    /// <param name="interval">The interval.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ServiceIntervalReversed(string day, string interval) =>
        Error(nameof(ServiceIntervalReversed), "{0}: {1} ends before it begins. If it is a night shift, allow night shifts.", "weekly", day, interval);

    /// <summary>Two intervals overlap.</summary>
    /// <param name="day">The day of the week or the date.</param>
    /// <param name="first">The interval that begins earlier.</param>
    /// <param name="second">The interval that begins before that one ends.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ServiceIntervalsOverlap(string day, string first, string second) => Error(nameof(ServiceIntervalsOverlap), "{0}: {1} and {2} overlap.", "weekly", day, first, second);

    /// <summary>A date is too far away.</summary>
    /// <param name="date">The date.</param>
    /// <param name="first">The first one that can be.</param>
    /// <param name="last">The last one that can be.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ServiceDateOutOfRange(string date, string first, string last) => Error(nameof(ServiceDateOutOfRange), "{0} is not from {1} to {2}.", "days", date, first, last);

    /// <summary>Two things are said of one date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ServiceDateRepeated(string date) => Error(nameof(ServiceDateRepeated), "{0} is named twice.", "days", date);

    /// <summary>There are more dates or intervals than a calendar takes.</summary>
    /// <param name="mostDays">Most dates.</param>
    /// <param name="mostIntervals">Most intervals of a day.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ServiceHoursTooMany(int mostDays, int mostIntervals) =>
        Error(nameof(ServiceHoursTooMany), "A calendar has at most {0} dates, and a day at most {1} intervals.", "days", mostDays, mostIntervals);

    /// <summary>Working hours or a policy in JSON cannot be read.</summary>
    /// <param name="path">Where, as a JSON path or a line.</param>
    /// <param name="reason">What is wrong.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ServiceDefinitionUnreadable(string path, string reason) => Error(nameof(ServiceDefinitionUnreadable), "{0} cannot be read: {1}.", path, path, reason);

    /// <summary>A feed of holidays has more entries than are taken.</summary>
    /// <param name="line">The line at which it was given up.</param>
    /// <param name="most">How many are taken.</param>
    /// <returns>The error.</returns>
    public virtual CrmError HolidayFeedTooLarge(int line, int most) => Error(nameof(HolidayFeedTooLarge), "Line {0}: the feed names more than {1} dates.", "feed", line, most);
}
