using System.CommandLine;
using Crm.Domain.Automation;
using Crm.Domain.Time;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Segments;
using NodaTime;

namespace Crm.Samples.Console.Automation;

/// <summary><c>crm lead-time</c>: how long processes take from an event to its answer.</summary>
internal static class LeadTimeCommand
{
    private static readonly Argument<string> s_process = new("PROCESS") { Description = "case, caseMessage, contact, lead, opportunity, quote, order or rule." };
    private static readonly Option<string?> s_from = new("--from") { Description = "What began from this day or instant on; 30 days before --until when left out." };
    private static readonly Option<string?> s_until = new("--until") { Description = "What began up to the end of this day, or before this instant; now when left out." };
    private static readonly Option<string?> s_asOf = new("--as-of") { Description = "As of the end of this day, or this instant; now when left out." };
    private static readonly Option<string?> s_changedAt = new("--changed-at") { Description = "Compare the time before and after this day or instant." };
    private static readonly Option<int> s_days = new("--days") { Description = "How many days before and after --changed-at.", DefaultValueFactory = _ => 30 };

    public static Command Create() => new Command("lead-time", "How long a process takes from an event to its answer, by step and team.").With(s_process, s_from, s_until, s_asOf, s_changedAt, s_days)
        .Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var (times, zone) = (session.Get<LeadTimes>(), session.Get<IBusinessZone>().Zone);
                if (Read(run, s_changedAt, zone, isBeginning: true) is { } changedAt)
                {
                    var change = await times.CompareAsync(run.Get(s_process), changedAt, Duration.FromDays(run.Get(s_days)), token).OrFail();
                    run.Output.Write(
                        new { Before = Document(change.Before), After = Document(change.After) },
                        report => report.Table(["Step", "Median before", "Median after", "Open before", "Open after"], change.Before.Steps.Zip(change.After.Steps, (b, a) => new object?[] { b.Step, b.Total.Median, a.Total.Median, b.Total.Open, a.Total.Open })));
                    return;
                }

                var until = Read(run, s_until, zone, isBeginning: false) ?? session.Now + Duration.FromMilliseconds(1);
                var measured = await times.MeasureAsync(run.Get(s_process), Read(run, s_from, zone, isBeginning: true) ?? until - Duration.FromDays(30), until, Read(run, s_asOf, zone, isBeginning: false), token).OrFail();
                run.Output.Write(
                    Document(measured),
                    report => report.Table(
                        ["Step", "Team", "Begun", "Open", "Mean", "Median", "90 %", "Longest"],
                        measured.Steps.SelectMany(s => s.Teams.Select(t => Row(s.Step, t.Team ?? "-", t.Figures)).Append(Row(s.Step, "all", s.Total)))));
            },
            token));

    private static Instant? Read(Run run, Option<string?> option, DateTimeZone zone, bool isBeginning) => run.Get(option) is not { } text ? null
        : isBeginning && Input.Cells.ParseDay(text) is { } day ? day.AtStartOfDayInZone(zone).ToInstant()
        : Moments.Parse(text, zone) ?? throw CommandFailure.Usage($"{option.Name} {text}: a day such as 2026-06-30, or an instant such as 2026-06-30T08:00:00Z, is expected.");

    private static object?[] Row(string step, string team, LeadTimeFigures f) => [step, team, f.Begun, f.Open, f.Mean, f.Median, f.P90, f.Longest];

    private static object Document(LeadTimeReport report) => new
    {
        report.Process, report.From, report.Until, report.AsOf,
        Steps = report.Steps.Select(s => new { s.Step, All = Figures(s.Total), Teams = s.Teams.Select(t => new { t.Team, Figures = Figures(t.Figures) }) }),
    };

    private static object Figures(LeadTimeFigures f) => new
    {
        f.Begun, f.Ended, f.Open, MeanSeconds = f.Mean?.TotalSeconds, MedianSeconds = f.Median?.TotalSeconds, P90Seconds = f.P90?.TotalSeconds, LongestSeconds = f.Longest?.TotalSeconds,
    };
}
