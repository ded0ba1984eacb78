using System.CommandLine;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Outbox;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Output;
using Crm.Samples.Console.Queues;
using Crm.Samples.Console.Segments;
using NodaTime;

namespace Crm.Samples.Console.Service.Sla;

/// <summary><c>crm sla due|run|explain</c>: the deadlines of stored cases.</summary>
internal static class SlaDeskCommands
{
    public static IEnumerable<Command> All => [Due(), Raise(), Explain()];

    private static Command Due()
    {
        var until = new Option<string?>("--until") { Description = "An instant, or a day, which ends in UTC; without end by default." };
        var queue = new Option<string?>("--queue") { Description = "Only cases in this queue." };
        var agent = new Option<string?>("--agent") { Description = "Only cases of this agent." };
        var customer = new Option<string?>("--customer") { Description = CustomerLookup.Keys };
        var paging = new PageOptions();
        return new Command("due", "Open deadlines of cases, the earliest first: what is overdue, then what comes near.").With([until, queue, agent, customer, .. paging.All]).Does((run, token) =>
        {
            var (end, request) = (At(run.Get(until), until.Name), paging.Read(run));
            return run.WithCrmAsync(
                async session =>
                {
                    var page = await session.Get<ServiceDeadlines>().ListAsync(
                        new DeadlineCriteria
                        {
                            Until = end,
                            QueueId = run.Get(queue) is { } name ? (await session.QueueAsync(name, token)).Id : null,
                            AssigneeId = run.Get(agent),
                            CustomerId = run.Get(customer) is { } key ? (await session.CustomerAsync(key, token)).Id : null,
                        },
                        request,
                        token);
                    var next = await session.Get<ServiceLevelMonitor>().NextDueAsync(token);
                    var now = session.Now;
                    run.Output.Write(
                        new
                        {
                            Items = page.Items.Select(d => new
                            {
                                Case = d.Number.Value, d.CaseId, d.Subject, d.CustomerId, Agent = d.AssigneeId, d.Priority, d.Target, d.Ordinal, d.Due, Overdue = d.Due < now,
                            }),
                            Next = page.Next?.ToString(),
                            NextAlarm = next,
                        },
                        report => report.Table(
                                ["Case", "Subject", "Priority", "Agent", "Target", "Due", ""],
                                page.Items.Select(d => new object?[] { d.Number, d.Subject, d.Priority, d.AssigneeId, d.Target, d.Due, d.Due < now ? "overdue" : null })).More(page.Next)
                            .Line(next is { } at ? $"The next level of escalation comes at {at.ToString("uuuu-MM-dd HH:mm", null)}." : "No level of escalation comes unless something happens."));
                },
                token);
        });
    }

    private static Command Raise() => new Command("run", "Raise every level of escalation that has come, each once, and do what it asks for: what the hosted service does all the time.").Does(
        (run, token) => run.WithCrmAsync(
            async session =>
            {
                var raised = new List<SlaAlarm>();
                while (await session.Get<ServiceLevelMonitor>().RaiseDueAsync(cancellationToken: token).OrFail() is { Count: > 0 } more)
                {
                    raised.AddRange(more);
                }

                while (await session.Get<IOutboxDispatcher>().DispatchAsync(token) > 0)
                {
                }

                run.Output.Write(
                    new { Raised = raised.Select(a => new { Case = a.Number.Value, a.CaseId, a.Target, a.Ordinal, a.Level, a.Due, a.At, Actions = a.Actions.Select(x => new { x.Kind, x.Value }) }) },
                    report => report.Table(
                        ["Case", "Target", "Level", "Came", "Due", "Actions"],
                        raised.Select(a => new object?[] { a.Number, $"{a.Target} {a.Ordinal}", a.Level, a.At, a.Due, string.Join(", ", a.Actions.Select(x => $"{x.Kind} {x.Value}".TrimEnd())) })));
            },
            token));

    private static Command Explain()
    {
        var key = new Argument<string>("CASE") { Description = CaseLookup.Keys };
        var asOf = new Option<string?>("--as-of") { Description = "As of an instant, or the end of a day in UTC; now by default." };
        return new Command("explain", "What a case is promised and where it stands with that: every stretch that was counted or left out.").With(key, asOf).Does((run, token) =>
        {
            var at = At(run.Get(asOf), asOf.Name);
            return run.WithCrmAsync(
                async session =>
                {
                    var found = await session.CaseAsync(run.Get(key), token);
                    var explained = (await session.Get<ServiceDeadlines>().ExplainAsync(found.Id, at, token)).OrFail(session.Errors.CaseNotFound(run.Get(key)));
                    run.Output.Write(SlaExplanationView.ToDocument(explained), report => SlaExplanationView.Print(explained, report));
                },
                token);
        });
    }

    private static Instant? At(string? text, string option) => text is null ? null
        : Moments.Parse(text, DateTimeZone.Utc) ?? throw CommandFailure.Usage($"{option} {text}: an instant or a day is expected.");
}
