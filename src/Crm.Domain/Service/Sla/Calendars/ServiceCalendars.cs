using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Keeps the calendars in which service levels are counted. Every change makes a new version; earlier ones stay as they were.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class ServiceCalendars(IServiceCalendarStore calendars, CrmActs acts)
{
    /// <summary>Makes a calendar.</summary>
    /// <param name="key">Its name for programs: up to 64 lower-case letters, digits and hyphens, starting with a letter; unique.</param>
    /// <param name="name">Its name for people; one line.</param>
    /// <param name="hours">The working hours; from <see cref="ServiceHours.Of"/> or <see cref="ServiceHours.Parse"/>.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The calendar, or <c>ActNotAllowed</c>, <c>ServiceCalendarKeyTaken</c>, <c>InvalidValue</c>, or what <see cref="ServiceHours.ToCalendar"/> refuses.</returns>
    public Task<CrmResult<ServiceCalendar>> CreateAsync(string key, string name, ServiceHours hours, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(hours);
        return acts.MakeAsync<ServiceCalendar>(
            "service.create-calendar",
            async now =>
            {
                if (hours.ToCalendar(acts.Errors) is { Succeeded: false } refused)
                {
                    return CrmResult<ServiceCalendar>.Failed(refused.Errors);
                }

                var created = new ServiceCalendar(ServiceCalendarId.New(now), key, name, hours, acts.Gate.Actor.Id, now);
                if (await calendars.FindAsync(created.Key, cancellationToken).ConfigureAwait(false) is not null)
                {
                    return acts.Errors.ServiceCalendarKeyTaken(created.Key);
                }

                calendars.Add(created);
                return created;
            },
            cancellationToken);
    }

    /// <summary>Gives a calendar another name for people.</summary>
    /// <inheritdoc cref="ChangeWeekAsync" path="/param" />
    /// <param name="name">The name; one line.</param>
    /// <returns>The calendar, or <c>ActNotAllowed</c>, <c>ServiceCalendarNotFound</c>, <c>VersionConflict</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceCalendar>> RenameAsync(string key, string name, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.rename-calendar", key, expectedVersion, (_, _) => CrmRuling.Permitted, (c, now) => c.Rename(name, now), cancellationToken);

    /// <summary>Changes the zone and the hours of the week. Dates that differ stay as they are.</summary>
    /// <param name="key">The calendar's key.</param>
    /// <param name="week">Zone, hours of the week, and whether night shifts are allowed; its dates are not looked at.</param>
    /// <param name="validFrom">From when on; at once when null. A version that holds from a later instant stays.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The calendar, or <c>ActNotAllowed</c>, <c>ServiceCalendarNotFound</c>, <c>VersionConflict</c>, <c>ServiceCalendarValidityPast</c>,
    /// <c>ServiceCalendarUnchanged</c>, <c>ServiceCalendarFull</c>, or what <see cref="ServiceHours.ToCalendar"/> refuses.</returns>
    public Task<CrmResult<ServiceCalendar>> ChangeWeekAsync(
        string key, ServiceHours week, Instant? validFrom = null, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(week);
        return ChangeAsync(
            "service.change-calendar",
            key,
            expectedVersion,
            (c, now) => c.CanChangeHours(Changed(c, validFrom ?? now), validFrom ?? now, now),
            (c, now) => c.ChangeHours(Changed(c, validFrom ?? now), validFrom ?? now, acts.Gate.Actor.Id, now),
            cancellationToken);

        ServiceHours Changed(ServiceCalendar calendar, Instant from) => week with { Days = (calendar.VersionAt(from) ?? calendar.Versions[0]).Hours.Days };
    }

    /// <summary>Sets dates by hand: holidays as a list, extra working days, hours of one day, breaks. They win over what a feed says of the same date.</summary>
    /// <inheritdoc cref="ChangeWeekAsync" path="/param" />
    /// <param name="days">The dates.</param>
    /// <returns>The calendar, or <c>ActNotAllowed</c>, <c>ServiceCalendarNotFound</c>, <c>VersionConflict</c>, <c>ServiceCalendarUnchanged</c>,
    /// <c>ServiceCalendarFull</c>, or what <see cref="ServiceHours.ToCalendar"/> refuses.</returns>
    public Task<CrmResult<ServiceCalendar>> SetDaysAsync(
        string key, IReadOnlyList<ServiceDay> days, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeDaysAsync(key, days, [], expectedVersion, cancellationToken);

    /// <summary>Takes back what was said of dates by hand, so that their day of the week or a feed decides again.</summary>
    /// <inheritdoc cref="ChangeWeekAsync" path="/param" />
    /// <param name="dates">The dates.</param>
    /// <returns>The calendar, or <c>ActNotAllowed</c>, <c>ServiceCalendarNotFound</c>, <c>VersionConflict</c>, <c>ServiceCalendarUnchanged</c>, <c>ServiceCalendarFull</c>.</returns>
    public Task<CrmResult<ServiceCalendar>> ClearDaysAsync(
        string key, IReadOnlyList<LocalDate> dates, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeDaysAsync(key, [], dates, expectedVersion, cancellationToken);

    /// <summary>
    /// Takes over the holidays of a feed in iCalendar. Whole days become holidays, events of some hours become breaks; rules that recur are
    /// followed; events that only announce daylight saving are left out. Imported again, dates are not doubled, those that the feed names
    /// no more go, and what was made by hand stays and wins.
    /// </summary>
    /// <param name="key">The calendar's key.</param>
    /// <param name="feed">Name of the feed, such as <c>italy</c>: as a calendar's key. A calendar can have several.</param>
    /// <param name="text">The feed.</param>
    /// <param name="window">How much of it is kept; one year back and three ahead when null.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>What changed, or <c>ActNotAllowed</c>, <c>ServiceCalendarNotFound</c>, <c>CalendarUnreadable</c> with the line, <c>HolidayFeedTooLarge</c>,
    /// <c>ServiceCalendarFull</c>, <c>InvalidValue</c>; the calendar is as it was then.</returns>
    public Task<CrmResult<HolidayImport>> ImportHolidaysAsync(
        string key, string feed, string text, HolidayWindow? window = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return acts.MakeAsync<HolidayImport>(
            "service.import-holidays",
            async now => await calendars.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } found
                ? Import(found, ServiceCalendar.Named(feed, nameof(feed)), text, window ?? new HolidayWindow(), now)
                : acts.Errors.ServiceCalendarNotFound(key),
            cancellationToken);
    }

    /// <summary>Finds a calendar.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The calendar; null when there is none or the actor is not of the staff.</returns>
    public async Task<ServiceCalendar?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await calendars.FindAsync(key, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists calendars by key.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The calendars; none when the actor is not of the staff.</returns>
    public async Task<IReadOnlyList<ServiceCalendarSummary>> ListAsync(CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await calendars.ListAsync(cancellationToken).ConfigureAwait(false) : [];

    private CrmResult<HolidayImport> Import(ServiceCalendar calendar, string feed, string text, HolidayWindow window, Instant now)
    {
        if (window.YearsBack is < 0 or > 10 || window.YearsAhead is < 1 or > 20)
        {
            return acts.Errors.InvalidValue(nameof(window), "0 to 10 years back and 1 to 20 ahead are kept.");
        }

        var version = calendar.VersionAt(now) ?? calendar.Versions[0];
        var today = now.InZone(version.Calendar.Zone).Date;
        var (from, until) = (today.PlusYears(-window.YearsBack), today.PlusYears(window.YearsAhead));
        var reading = new HolidayFeed(feed, version.Calendar.Zone, from, until, acts.Errors);
        var read = reading.Read(text);
        if (!read.TryGetValue(out var days))
        {
            return CrmResult<HolidayImport>.Failed(read.Errors);
        }

        var before = version.Hours.Days.Where(d => d.Feed == feed).ToDictionary(d => d.Place);
        var byHand = version.Hours.Days.Where(d => d.Feed is null && d.Kind != ServiceDayKind.Break).Select(d => d.Date).ToHashSet();
        var imported = new HolidayImport(calendar.Key, feed, from, until)
        {
            Events = reading.Events,
            Ignored = reading.Ignored,
            Outside = reading.Outside,
            Days = days.Count,
            Added = days.Count(d => !before.ContainsKey(d.Place)),
            Changed = days.Count(d => before.TryGetValue(d.Place, out var known) && !known.Equals(d)),
            Removed = before.Keys.Except(days.Select(d => d.Place)).Count(),
            Overridden = days.Count(d => byHand.Contains(d.Date)),
        };
        if (calendar.CanTakeFeed(feed, days, now) is { IsPermitted: false } refused)
        {
            return refused.Code == nameof(CrmErrorDescriber.ServiceCalendarUnchanged) ? imported : refused.ToError(acts.Errors);
        }

        calendar.TakeFeed(feed, days, acts.Gate.Actor.Id, now);
        return imported;
    }

    private Task<CrmResult<ServiceCalendar>> ChangeDaysAsync(
        string key, IReadOnlyList<ServiceDay> days, IReadOnlyList<LocalDate> cleared, long? expectedVersion, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(cleared);
        return ChangeAsync(
            "service.change-calendar", key, expectedVersion, (c, now) => c.CanSetDays(days, cleared, now), (c, now) => c.SetDays(days, cleared, acts.Gate.Actor.Id, now), cancellationToken);
    }

    private Task<CrmResult<ServiceCalendar>> ChangeAsync(
        string act, string key, long? expectedVersion, Func<ServiceCalendar, Instant, CrmRuling> may, Action<ServiceCalendar, Instant> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var now = acts.Now;
        return acts.ChangeAsync(act, calendars.FindAsync(key, cancellationToken), e => e.ServiceCalendarNotFound(key), expectedVersion, c => may(c, now), (c, _) => change(c, now), cancellationToken);
    }
}
