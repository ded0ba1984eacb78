using System.CommandLine;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;
using NodaTime;

namespace Crm.Samples.Console.Service.Levels;

/// <summary><c>crm calendar …</c>: working hours that service levels are counted in.</summary>
internal static class CalendarCommands
{
    private static readonly Argument<string> s_key = new("KEY") { Description = "The calendar's key." };
    private static readonly Argument<string> s_file = new("FILE") { Description = "JSON; - reads what is piped in." };

    public static Command Create() => new Command("calendar", "Working hours, holidays and other dates that differ.").With(
        Make(), Week(), Holidays(), Import(), Show(), List());

    private static Command Make()
    {
        var name = new Option<string?>("--name") { Description = "The name for people; the key by default." };
        return new Command("create", "Make a calendar.").With(s_key, s_file, name).Does((run, token) =>
        {
            var hours = Hours(run);
            return run.WithCrmAsync(
                async session =>
                {
                    var created = await session.Get<ServiceCalendars>().CreateAsync(run.Get(s_key), run.Get(name) ?? run.Get(s_key), hours, token).OrFail();
                    await session.SaveAsync(token);
                    Print(run, created, session.Now);
                },
                token);
        });
    }

    private static Command Week()
    {
        var from = new Option<string?>("--from") { Description = "From which instant on; at once by default." };
        return new Command("week", "Change the zone and the hours of the week; dates stay.").With(s_key, s_file, from).Does((run, token) =>
        {
            var (hours, validFrom) = (Hours(run), LevelFiles.At(run.Get(from), from.Name));
            return ChangeAsync(run, (calendars, key) => calendars.ChangeWeekAsync(key, hours, validFrom, null, token), token);
        });
    }

    private static Command Holidays()
    {
        var set = new Option<string[]>("--set") { Description = "A day that is closed, with its name if need be, such as 2026-12-25=Christmas.", AllowMultipleArgumentsPerToken = true };
        var file = new Option<string?>("--file") { Description = "JSON with holidays, days and breaks." };
        var clear = new Option<string[]>("--clear") { Description = "A day of which nothing is said by hand any more.", AllowMultipleArgumentsPerToken = true };
        return new Command("holidays", "List the dates that differ, or set them by hand.").With(s_key, set, file, clear).Does((run, token) =>
        {
            List<ServiceDay> days = [.. (run.Get(set) ?? []).Select(text => Holiday(text, set.Name))];
            if (run.Get(file) is { } path)
            {
                var source = TextSource.Of(path);
                days.AddRange(ServiceHours.ParseDays(LevelFiles.Text(source)).OrFail(source));
            }

            var cleared = (run.Get(clear) ?? []).Select(text => LevelFiles.Date(text, clear.Name)).ToList();
            return run.WithCrmAsync(
                async session =>
                {
                    var calendars = session.Get<ServiceCalendars>();
                    if (cleared.Count > 0)
                    {
                        await calendars.ClearDaysAsync(run.Get(s_key), cleared, null, token).OrFail();
                    }

                    if (days.Count > 0)
                    {
                        await calendars.SetDaysAsync(run.Get(s_key), days, null, token).OrFail();
                    }

                    await session.SaveAsync(token);
                    var calendar = await FindAsync(run, session, token);
                    var dates = Version(calendar, session.Now).Hours.Days;
                    run.Output.Write(
                        new { calendar.Key, Days = dates.Select(d => new { d.Date, d.Kind, Intervals = d.Intervals.Select(i => i.ToString()), d.Name, d.Feed }) },
                        report => Table(report, dates));
                },
                token);
        });
    }

    private static Command Import()
    {
        var feed = new Argument<string>("FEED") { Description = "Name of the feed, such as italy; imported again, it replaces its own dates." };
        var back = new Option<int>("--years-back") { Description = "How much is kept.", DefaultValueFactory = _ => 1 };
        var ahead = new Option<int>("--years-ahead") { Description = "How much is kept.", DefaultValueFactory = _ => 3 };
        return new Command("import-holidays", "Take over the holidays of a feed in iCalendar.").With(s_key, feed, s_file, back, ahead).Does((run, token) =>
        {
            var source = TextSource.Of(run.Get(s_file));
            var text = LevelFiles.Text(source);
            return run.WithCrmAsync(
                async session =>
                {
                    var imported = (await session.Get<ServiceCalendars>()
                        .ImportHolidaysAsync(run.Get(s_key), run.Get(feed), text, new HolidayWindow(run.Get(back), run.Get(ahead)), token)).OrFail(source);
                    await session.SaveAsync(token);
                    run.Output.Write(
                        imported,
                        report => report.Heading($"{imported.Feed} in {imported.Calendar}").Fields(
                        [
                            ("Kept", $"{imported.From} to {imported.Until}"), ("Events", imported.Events), ("Dates", imported.Days), ("Added", imported.Added), ("Changed", imported.Changed),
                            ("Removed", imported.Removed), ("Unchanged", imported.Unchanged), ("Left out", imported.Ignored), ("Outside", imported.Outside), ("Overridden by hand", imported.Overridden),
                        ]));
                },
                token);
        });
    }

    private static Command Show()
    {
        var at = new Option<string?>("--at") { Description = "The instant at which it holds; now by default." };
        return new Command("show", "A calendar: its hours and its versions.").With(s_key, at).Does((run, token) =>
        {
            var instant = LevelFiles.At(run.Get(at), at.Name);
            return run.WithCrmAsync(async session => Print(run, await FindAsync(run, session, token), instant ?? session.Now), token);
        });
    }

    private static Command List() => new Command("list", "All calendars.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var calendars = await session.Get<ServiceCalendars>().ListAsync(token);
            run.Output.Write(
                new { Calendars = calendars.Select(c => new { c.Id, c.Key, c.Name, c.Versions, c.ChangedAt }) },
                report => report.Table(["Key", "Name", "Versions", "Changed"], calendars.Select(c => new object?[] { c.Key, c.Name, c.Versions, c.ChangedAt })));
        },
        token));

    private static Task ChangeAsync(Run run, Func<ServiceCalendars, string, Task<CrmResult<ServiceCalendar>>> change, CancellationToken token) => run.WithCrmAsync(
        async session =>
        {
            var changed = await change(session.Get<ServiceCalendars>(), run.Get(s_key)).OrFail();
            await session.SaveAsync(token);
            Print(run, changed, session.Now);
        },
        token);

    private static async Task<ServiceCalendar> FindAsync(Run run, CrmSession session, CancellationToken token) =>
        (await session.Get<ServiceCalendars>().FindAsync(run.Get(s_key), token)).OrFail(session.Errors.ServiceCalendarNotFound(run.Get(s_key)));

    private static ServiceHours Hours(Run run)
    {
        var source = TextSource.Of(run.Get(s_file));
        return ServiceHours.Parse(LevelFiles.Text(source)).OrFail(source);
    }

    private static ServiceDay Holiday(string text, string option) => text.IndexOf('=', StringComparison.Ordinal) is var equals && equals < 0
        ? ServiceDay.Holiday(LevelFiles.Date(text, option))
        : ServiceDay.Holiday(LevelFiles.Date(text[..equals], option), text[(equals + 1)..]);

    private static ServiceCalendarVersion Version(ServiceCalendar calendar, Instant at) => calendar.VersionAt(at) ?? calendar.Versions[0];

    private static void Print(Run run, ServiceCalendar calendar, Instant at)
    {
        var version = Version(calendar, at);
        run.Output.Write(
            new
            {
                calendar.Id, calendar.Key, calendar.Name, VersionId = version.Id, version.Number, version.ValidFrom, Hours = LevelFiles.Json(version.Definition),
                Versions = calendar.Versions.OrderBy(v => v.Number).Select(v => new { v.Id, v.Number, v.ValidFrom, v.At, By = v.ActorId }), calendar.Version,
            },
            report => Table(
                report.Heading(calendar.Name).Fields(
                [
                    ("Key", calendar.Key), ("Zone", version.Hours.Zone), ("Version", $"{version.Number} of {calendar.Versions.Count}, since {version.ValidFrom}"),
                    .. version.Hours.Weekly.Select(d => (d.Key.ToString(), (object?)string.Join(", ", d.Value))),
                ]).Line(),
                version.Hours.Days));
    }

    private static Report Table(Report report, IReadOnlyList<ServiceDay> days) => report.Table(
        ["Date", "What", "Hours", "Name", "Feed"], days.Select(d => new object?[] { d.Date, d.Kind, string.Join(", ", d.Intervals), d.Name, d.Feed }));
}
