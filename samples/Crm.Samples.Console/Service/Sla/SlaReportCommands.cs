using System.CommandLine;
using System.Globalization;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;
using Crm.Samples.Console.Segments;
using NodaTime;

namespace Crm.Samples.Console.Service.Sla;

/// <summary><c>crm sla report|reapply</c>: how promises were kept, and what changed policies do to open cases.</summary>
internal static class SlaReportCommands
{
    public static IEnumerable<Command> All => [Compliance(), Reapply()];

    private static Command Compliance()
    {
        var (from, until) = (new Option<string>("--from") { Description = "Cases opened from this instant or day on.", Required = true }, new Option<string>("--until") { Description = "Cases opened before this instant, or up to the end of this day.", Required = true });
        var asOf = new Option<string?>("--as-of") { Description = "Nothing later counts; now by default." };
        return new Command("report", "How promises to the cases of a period were kept, as it stood at an instant; days are those of UTC.").With(from, until, asOf).Does((run, token) =>
        {
            var criteria = new SlaComplianceCriteria(Start(run.Get(from)!, from.Name), End(run.Get(until)!, until.Name)) { AsOf = run.Get(asOf) is { } text ? End(text, asOf.Name) : null };
            return run.WithCrmAsync(
                async session =>
                {
                    var report = await session.Get<SlaReports>().ComplianceAsync(criteria, token).OrFail();
                    run.Output.Write(report, page => Print(page, report));
                },
                token);
        });
    }

    private static Command Reapply() => new Command("reapply", "Brings open cases in line with what was published: chooses anew, and reckons open promises again where it is another one.").Does(
        (run, token) => run.WithCrmAsync(
            async session =>
            {
                var done = await session.Get<ServiceDeadlines>().ReapplyAsync(cancellationToken: token).OrFail();
                run.Output.Write(done, page => page.Line($"{done.Changed} of {done.Cases} open cases are promised something else{(done.Busy.Count == 0 ? "" : $"; {done.Busy.Count} were busy, look at them later")}."));
            },
            token));

    private static void Print(Report page, SlaComplianceReport report) => page.Heading($"{report.Cases} case{(report.Cases == 1 ? "" : "s")}, as of {report.AsOf.ToString("uuuu-MM-dd HH:mm", null)}").Table(
        ["Policy", "Priority", "Target", "Team", "Met", "Missed", "Running", "Paused", "Cancelled", "Kept", "Median min"],
        report.Rows.Select(r => new object?[]
        {
            r.Policy, r.Priority, r.Target, r.Team, r.Met, r.Missed, r.Running, r.Paused, r.Cancelled, r.Compliance?.ToString("0.0 %", CultureInfo.InvariantCulture), r.Used?.Median,
        }));

    private static Instant Start(string text, string option) =>
        Cells.ParseDay(text) is { Year: >= 1 and <= 9998 } day ? day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() : End(text, option);

    private static Instant End(string text, string option) =>
        Moments.Parse(text, DateTimeZone.Utc) ?? throw CommandFailure.Usage($"{option} {text}: an instant or a day is expected.");
}
