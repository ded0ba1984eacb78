using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using NodaTime;

namespace Crm.Samples.Console.Interactions;

/// <summary><c>crm activity show|start|hold|complete|miss|cancel|reschedule</c>.</summary>
internal static class ActivityOutcomeCommands
{
    private static readonly Option<string?> s_outcome = new("--outcome") { Description = "What came of it, or why it did not take place." };

    public static IEnumerable<Command> Create() => [Show(), Start(), Hold(), Settle("complete", "Note that a task was done.", (p, id, why, token) => p.CompleteAsync(id, why, cancellationToken: token)),
        Settle("miss", "Note that it did not take place.", (p, id, why, token) => p.MissAsync(id, why, cancellationToken: token)), Cancel(), Reschedule()];

    private static Command Show()
    {
        var key = Key();
        return new Command("show", "One activity.").With(key).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = (await session.Get<ActivityPlanner>().FindAsync(ActivityTexts.Id(session, run.Get(key)), token)).OrFail(session.Errors.ActivityNotFound(run.Get(key)));
                run.Output.Write(ActivityRows.Document(found, session.Now), report => report.Show(found, session.Now));
            },
            token));
    }

    private static Command Start()
    {
        var key = Key();
        return new Command("start", "Begin it.").With(key).Does((run, token) => run.WithCrmAsync(
            session => SavedAsync(run, session, session.Get<ActivityPlanner>().StartAsync(ActivityTexts.Id(session, run.Get(key)), cancellationToken: token), token), token));
    }

    private static Command Hold()
    {
        var key = Key();
        var (took, body) = (new Option<string?>("--took") { Description = "How long it took, such as 20m." }, new Option<string?>("--body") { Description = "What was said." });
        var (follow, due) = (new Option<string?>("--follow-up") { Description = "A task that follows from it." }, new Option<string?>("--follow-up-at") { Description = "When that is due." });
        var remind = new Option<string[]>("--remind") { Description = "How long before the task to remember." };
        return new Command("hold", "Note that a call or meeting took place; the contact is recorded.").With(key, took, s_outcome, body, follow, due, remind).Does((run, token) =>
        {
            if (run.Get(follow) is null != run.Get(due) is null)
            {
                throw CommandFailure.Usage("--follow-up and --follow-up-at go together.");
            }

            var result = new ActivityResult
            {
                Took = run.Get(took) is { } length ? ActivityTexts.Length("--took", length) : null,
                Outcome = run.Get(s_outcome),
                Body = run.Get(body),
                FollowUp = run.Get(follow) is { } task
                    ? new ActivityDetails(ActivityKinds.Task, task, ActivityTexts.Moment("--follow-up-at", run.Get(due)!, DateTimeZone.Utc)) { RemindBefore = [.. (run.Get(remind) ?? []).Select(r => ActivityTexts.Length("--remind", r))] }
                    : null,
            };
            return run.WithCrmAsync(session => SettledAsync(run, session, session.Get<ActivityPlanner>().HoldAsync(ActivityTexts.Id(session, run.Get(key)), result, cancellationToken: token), token), token);
        });
    }

    private static Command Settle(string name, string description, Func<ActivityPlanner, ActivityId, string?, CancellationToken, Task<CrmResult<SettledActivity>>> settle)
    {
        var key = Key();
        return new Command(name, description).With(key, s_outcome).Does((run, token) => run.WithCrmAsync(
            session => SettledAsync(run, session, settle(session.Get<ActivityPlanner>(), ActivityTexts.Id(session, run.Get(key)), run.Get(s_outcome), token), token), token));
    }

    private static Command Cancel()
    {
        var (key, ends) = (Key(), new Option<bool>("--end-series") { Description = "No other of its series follows." });
        return new Command("cancel", "Call it off.").With(key, s_outcome, ends).Does((run, token) => run.WithCrmAsync(
            session => SettledAsync(run, session, session.Get<ActivityPlanner>().CancelAsync(ActivityTexts.Id(session, run.Get(key)), run.Get(s_outcome), run.Get(ends), cancellationToken: token), token), token));
    }

    private static Command Reschedule()
    {
        var key = Key();
        var (at, until) = (new Option<string>("--at") { Description = "The new start, or when a task is due.", Required = true }, new Option<string?>("--until") { Description = "The new end; keeps its length by default." });
        var (zone, reason) = (new Option<string?>("--zone") { Description = "IANA time zone of times without one; UTC by default." }, new Option<string?>("--reason") { Description = "Why." });
        return new Command("reschedule", "Plan it for another time.").With(key, at, until, zone, reason).Does((run, token) =>
        {
            var where = ActivityTexts.Zone("--zone", run.Get(zone));
            var (start, end) = (ActivityTexts.Moment("--at", run.Get(at)!, where), run.Get(until) is { } text ? ActivityTexts.Moment("--until", text, where) : (Instant?)null);
            return run.WithCrmAsync(
                session => SavedAsync(run, session, session.Get<ActivityPlanner>().RescheduleAsync(ActivityTexts.Id(session, run.Get(key)), start, end, run.Get(reason), cancellationToken: token), token), token);
        });
    }

    private static Argument<string> Key() => new("ID") { Description = "The activity's id." };

    private static async Task SavedAsync(Run run, CrmSession session, Task<CrmResult<Activity>> act, CancellationToken cancellationToken)
    {
        var changed = await act.OrFail();
        await session.SaveAsync(cancellationToken);
        run.Output.Write(ActivityRows.Document(changed, session.Now), report => report.Show(changed, session.Now));
    }

    private static async Task SettledAsync(Run run, CrmSession session, Task<CrmResult<SettledActivity>> act, CancellationToken cancellationToken)
    {
        var settled = await act.OrFail();
        await session.SaveAsync(cancellationToken);
        run.Output.Write(
            ActivityRows.Document(settled, session.Now),
            report => report.Show(settled.Activity, session.Now).Fields(("Contact", settled.Contact?.Id), ("Follow-up", settled.FollowUp?.Id), ("Next", settled.Next?.PlannedAt)));
    }
}
