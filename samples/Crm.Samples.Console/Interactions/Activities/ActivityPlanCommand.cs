using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Output;
using NodaTime;

namespace Crm.Samples.Console.Interactions;

/// <summary><c>crm activity plan</c>.</summary>
internal static class ActivityPlanCommand
{
    private static readonly Dictionary<string, ActivityPriority> s_priorities = new(StringComparer.OrdinalIgnoreCase)
    {
        ["low"] = ActivityPriority.Low, ["normal"] = ActivityPriority.Normal, ["high"] = ActivityPriority.High,
    };

    public static Command Create()
    {
        var kind = new Argument<string>("KIND") { Description = "task, call or meeting" };
        var subject = new Argument<string>("SUBJECT") { Description = "What is to be done, one line." };
        var at = new Option<string>("--at") { Description = "When it begins; of a task, when it is due.", Required = true };
        var until = new Option<string?>("--until") { Description = "When it ends." };
        var zone = new Option<string?>("--zone") { Description = "IANA time zone; UTC by default." };
        var customer = new Option<string?>("--customer") { Description = CustomerLookup.Keys };
        var about = new Option<string?>("--about") { Description = "The record it is about, KIND:ID." };
        var (assignee, team) = (new Option<string?>("--assignee") { Description = "The agent who does it." }, new Option<string?>("--team") { Description = "The team that does it." });
        var (place, note) = (new Option<string?>("--place") { Description = "Where." }, new Option<string?>("--note") { Description = "What is to be known." });
        var priority = new Option<string>("--priority") { Description = "low, normal or high", DefaultValueFactory = _ => "normal" };
        var invite = new Option<string[]>("--invite") { Description = "Who takes part, ROLE:ADDRESS[:NAME], as organiser, required or optional; again for others." };
        var remind = new Option<string[]>("--remind") { Description = "How long before to remember, such as 15m, 2h or 1d; again for others." };
        var repeat = new Option<string?>("--repeat") { Description = "A rule of RFC 5545, such as FREQ=WEEKLY;BYDAY=MO." };
        return new Command("plan", "Plan a task, a call or a meeting.")
            .With(kind, subject, at, until, zone, customer, about, assignee, team, place, note, priority, invite, remind, repeat).Does((run, token) =>
            {
                var where = ActivityTexts.Zone("--zone", run.Get(zone));
                var details = new ActivityDetails(ActivityTexts.Kind(run.Get(kind)), run.Get(subject), ActivityTexts.Moment("--at", run.Get(at)!, where))
                {
                    Until = run.Get(until) is { } end ? ActivityTexts.Moment("--until", end, where) : null,
                    TimeZone = where.Id,
                    About = run.Get(about) is { } record ? ActivityTexts.About(record) : null,
                    AssigneeId = run.Get(assignee),
                    TeamId = run.Get(team),
                    Place = run.Get(place),
                    Description = run.Get(note),
                    Priority = run.Get(priority)!.OneOf("--priority", s_priorities),
                    Participants = [.. (run.Get(invite) ?? []).Select(ActivityTexts.Party)],
                    RemindBefore = [.. (run.Get(remind) ?? []).Select(r => ActivityTexts.Length("--remind", r))],
                    Recurrence = run.Get(repeat) is { } rule ? new Recurrence(Rule(rule)) : null,
                };
                return run.WithCrmAsync(
                    async session =>
                    {
                        var known = run.Get(customer) is { } key ? (await session.CustomerAsync(key, token)).Id : (Domain.Customers.CustomerId?)null;
                        var planned = await session.Get<ActivityPlanner>().PlanAsync(details with { CustomerId = known }, token).OrFail();
                        await session.SaveAsync(token);
                        run.Output.Write(ActivityRows.Document(planned, session.Now), report => report.Show(planned, session.Now));
                    },
                    token);
            });
    }

    private static RecurrenceRule Rule(string text)
    {
        try
        {
            return RecurrenceRule.Parse(text);
        }
        catch (FormatException wrong)
        {
            throw CommandFailure.Usage($"--repeat {text}: {wrong.Message}");
        }
    }
}
