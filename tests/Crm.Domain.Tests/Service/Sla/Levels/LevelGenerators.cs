using Crm.Domain.Service;
using Crm.Domain.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Service.Sla.Levels;

/// <summary>Working hours and terms of every kind that can be stored.</summary>
internal static class LevelGenerators
{
    private static readonly LocalDate s_first = new(2025, 1, 1);

    // Up to three stretches that do not meet, the last of which may be a night shift where nothing begins before noon.
    private static readonly Gen<IReadOnlyList<BusinessInterval>> s_day =
        from count in Gen.Choose(0, 3)
        from cuts in Gen.Choose(0, 11).ArrayOf(count * 2)
        from night in Gen.Choose(0, 5)
        select (IReadOnlyList<BusinessInterval>)Day(cuts, night == 0);

    private static readonly Gen<ServiceDay> s_date =
        from offset in Gen.Choose(0, 1_400)
        from kind in Gen.Choose(0, 2)
        from intervals in s_day.Where(d => d.Count > 0)
        from name in Gen.Elements(null, "Christmas", "Fête nationale", "\"quoted\" \\ name", "元日")
        from feed in Gen.Elements(null, "italy", "school-2")
        select (kind switch { 0 => ServiceDay.Holiday(s_first.PlusDays(offset)), 1 => ServiceDay.Open(s_first.PlusDays(offset), intervals), _ => ServiceDay.Break(s_first.PlusDays(offset), intervals) })
            with { Name = name, Feed = feed };

    public static Gen<ServiceHours> Hours { get; } =
        from zone in Gen.Elements("Europe/Rome", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Etc/UTC")
        from week in s_day.ArrayOf(7).Where(w => w.Any(d => d.Count > 0))
        from days in s_date.ListOf()
        select new ServiceHours(zone)
        {
            NightShifts = true,
            Weekly = week.Select((day, i) => (Day: (IsoDayOfWeek)(i + 1), Intervals: day)).ToDictionary(d => d.Day, d => d.Intervals),
            Days = [.. days.DistinctBy(d => d.Place)],
        };

    private static readonly Gen<SlaDuration?> s_target = Gen.OneOf<SlaDuration?>(
        Gen.Constant<SlaDuration?>(null),
        Gen.Choose(0, 100_000).Select(m => (SlaDuration?)SlaDuration.OfMinutes(m)),
        Gen.Choose(0, int.MaxValue).Select(n => (SlaDuration?)SlaDuration.Of(Duration.FromNanoseconds((long)n * 7))),
        from days in Gen.Choose(0, 300) from toEnd in Gen.Elements(true, false) select (SlaDuration?)SlaDuration.OfDays(days, toEnd));

    private static readonly Gen<SlaPromise> s_promise =
        from first in s_target from next in s_target from last in s_target select new SlaPromise { FirstResponse = first, NextResponse = next, Resolution = last };

    private static readonly Gen<EscalationAction> s_action =
        from kind in Gen.Elements(EscalationActionKind.Notify, EscalationActionKind.Reassign, EscalationActionKind.Host)
        from value in Gen.Elements("ada", "team:second", "päger")
        select new EscalationAction(kind, value);

    private static readonly Gen<EscalationMoment> s_moment = Gen.OneOf(
        Gen.Choose(1, 9_999).Select(s => EscalationMoment.AtShare(s / 10_000m)),
        Gen.Choose(-5_000, 5_000).Select(m => EscalationMoment.FromDue(Duration.FromMinutes(m))),
        Gen.Choose(-5_000_000, 5_000_000).Select(n => EscalationMoment.FromDue(Duration.FromNanoseconds((long)n * 1_001))));

    private static readonly Gen<EscalationLevel> s_level =
        from number in Gen.Choose(1, 1_000_000)
        from target in Gen.Elements<SlaTarget?>(null, SlaTarget.FirstResponse, SlaTarget.NextResponse, SlaTarget.Resolution)
        from moment in s_moment
        from actions in s_action.ListOf()
        select new EscalationLevel { Name = $"level {number}", Target = target, At = moment, Actions = [.. actions.Take(5)] };

    public static Gen<SlaPolicyTerms> Terms { get; } =
        from promises in s_promise.ArrayOf(4)
        from calendar in Gen.Elements(null, "rome", "night-shift")
        from flags in Gen.Elements(true, false).ArrayOf(4)
        from reopening in Gen.Elements(SlaReopening.NewCycle, SlaReopening.ResolvedTimeIsPause)
        from levels in s_level.ListOf()
        select new SlaPolicyTerms
        {
            Promises = promises.Select((p, i) => (Priority: (CasePriority)i, Promise: p)).ToDictionary(p => p.Priority, p => p.Promise),
            CalendarKey = calendar,
            PausesFirstResponse = flags[0],
            PausesNextResponse = flags[1],
            PausesResolution = flags[2],
            HoldIsFirstResponse = flags[3],
            Reopening = reopening,
            Levels = [.. levels.DistinctBy(l => l.Name).Take(8)],
        };

    private static List<BusinessInterval> Day(int[] cuts, bool endsAtNight)
    {
        // Every other hour from eight on, so that a night shift of the day before has ended.
        var hours = cuts.Distinct().Order().Select(c => new LocalTime(8 + c, 30)).ToArray();
        var day = hours.Chunk(2).Where(c => c.Length == 2).Select(c => new BusinessInterval(c[0], c[1])).ToList();
        if (endsAtNight)
        {
            day.Add(new BusinessInterval(new LocalTime(22, 0), new LocalTime(6, 0)));
        }

        return day;
    }
}
