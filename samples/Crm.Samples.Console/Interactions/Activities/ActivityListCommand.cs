using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Output;
using NodaTime;

namespace Crm.Samples.Console.Interactions;

/// <summary><c>crm activity list</c>.</summary>
internal static class ActivityListCommand
{
    private static readonly Dictionary<string, ActivityStatus> s_statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["planned"] = ActivityStatus.Planned, ["in-progress"] = ActivityStatus.InProgress, ["held"] = ActivityStatus.Held, ["done"] = ActivityStatus.Done, ["missed"] = ActivityStatus.Missed, ["cancelled"] = ActivityStatus.Cancelled,
    };

    public static Command Create()
    {
        var (assignee, team) = (new Option<string?>("--assignee") { Description = "Of one agent." }, new Option<string?>("--team") { Description = "Of one team." });
        var (customer, about) = (new Option<string?>("--customer") { Description = "About one customer." }, new Option<string?>("--about") { Description = "About one record, KIND:ID." });
        var (from, until) = (new Option<string?>("--from") { Description = "Begins at or after." }, new Option<string?>("--until") { Description = "Begins before." });
        var (zone, status) = (new Option<string?>("--zone") { Description = "IANA time zone of times without one; UTC by default." }, new Option<string[]>("--status") { Description = "planned, in-progress, held, done, missed, cancelled" });
        var (overdue, at) = (new Option<bool>("--overdue") { Description = "Open although their time is over." }, new Option<string?>("--at") { Description = "The moment at which overdue is asked; now by default." });
        var page = new PageOptions();
        return new Command("list", "Activities in the order of their start, or what is overdue.").With([assignee, team, customer, about, from, until, zone, status, overdue, at, .. page.All]).Does((run, token) =>
        {
            var where = ActivityTexts.Zone("--zone", run.Get(zone));
            Instant? Moment(Option<string?> option) => run.Get(option) is { } text ? ActivityTexts.Moment(option.Name, text, where) : null;
            var criteria = new ActivityCriteria
            {
                AssigneeId = run.Get(assignee),
                TeamId = run.Get(team),
                About = run.Get(about) is { } record ? ActivityTexts.About(record) : null,
                From = Moment(from),
                Until = Moment(until),
                Statuses = [.. (run.Get(status) ?? []).Select(s => s.OneOf("--status", s_statuses))],
            };
            var (request, moment) = (page.Read(run), Moment(at));
            return run.WithCrmAsync(
                async session =>
                {
                    var known = run.Get(customer) is { } key ? (await session.CustomerAsync(key, token)).Id : (Domain.Customers.CustomerId?)null;
                    var (planner, asked, when) = (session.Get<ActivityPlanner>(), criteria with { CustomerId = known }, moment ?? session.Now);
                    var found = await (run.Get(overdue) ? planner.OverdueAsync(asked, when, request, token) : planner.ListAsync(asked, request, token));
                    run.Output.Write(
                        new { Items = found.Items.Select(a => ActivityRows.Row(a, when)), Next = found.Next?.ToString() },
                        report => report.Table(ActivityRows.Columns, found.Items.Select(a => ActivityRows.Cells(a, when))).More(found.Next));
                },
                token);
        });
    }
}
