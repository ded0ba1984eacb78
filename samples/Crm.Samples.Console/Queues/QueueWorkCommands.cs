using System.CommandLine;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Service;
using NodaTime;

namespace Crm.Samples.Console.Queues;

/// <summary><c>crm queue add|next|route|…</c>: work in queues.</summary>
internal static class QueueWorkCommands
{
    private static readonly Argument<string> s_queue = new("QUEUE") { Description = QueueLookup.Keys };
    private static readonly Argument<string> s_item = new("ITEM") { Description = "The work item's id." };
    private static readonly Option<string> s_agent = new("--agent") { Description = "The agent's user id.", Required = true };

    public static IEnumerable<Command> All() =>
    [
        Add(), Next(), Route(), Assign(),
        Change("accept", "An agent accepts what was offered to it.", [s_agent], (session, run, id, token) => session.Get<WorkRouter>().AcceptAsync(id, run.Get(s_agent)!, token)),
        Finish(),
        Change("requeue", "Put work back to its place.", [], (session, _, id, token) => session.Get<WorkDesk>().RequeueAsync(id, null, token)),
        Change("abandon", "The customer left.", [], (session, _, id, token) => session.Get<WorkDesk>().AbandonAsync(id, null, token)),
        Change("withdraw", "Take work out of its queue.", [], (session, _, id, token) => session.Get<WorkDesk>().WithdrawAsync(id, null, token)),
        Transfer(), Expired(),
    ];

    private static Command Add()
    {
        var about = new Argument<string?>("CASE") { Description = "The case's number or id; left out, --customer and --subject open one.", Arity = ArgumentArity.ZeroOrOne };
        var customer = new Option<string?>("--customer") { Description = CustomerLookup.Keys };
        var subject = new Option<string?>("--subject") { Description = "What is wrong." };
        var priority = new Option<string?>("--priority") { Description = "low, normal, high, urgent." };
        var topic = new Option<string?>("--topic") { Description = "What it is about, in a word." };
        var units = new Option<int>("--units") { Description = "How much of an agent's capacity it takes.", DefaultValueFactory = _ => 1 };
        var skills = new Option<string[]>("--skill") { Description = "What it needs, such as printer=3.", AllowMultipleArgumentsPerToken = true };
        var priorities = Enum.GetValues<CasePriority>().ToDictionary(p => p.ToString().ToLowerInvariant(), p => p, StringComparer.OrdinalIgnoreCase);
        return new Command("add", "Put a case in a queue.").With(s_queue, about, customer, subject, priority, topic, units, skills).Does((run, token) =>
        {
            var (levels, urgency) = (QueueLookup.Skills(run.Get(skills), skills.Name), run.Get(priority)?.OneOf(priority.Name, priorities));
            if (run.Find(about) is null == (run.Get(customer) is null || run.Get(subject) is null))
            {
                throw CommandFailure.Usage("Either a CASE, or --customer and --subject are expected.");
            }

            return run.WithCrmAsync(
                async session =>
                {
                    var queue = await session.QueueAsync(run.Get(s_queue), token);
                    var found = run.Find(about) is { } key
                        ? await session.CaseAsync(key, token)
                        : await session.Desk.OpenAsync(
                            new CaseDetails((await session.CustomerAsync(run.Get(customer)!, token)).Id, run.Get(subject)!) { Priority = urgency ?? CasePriority.Normal }, token).OrFail();
                    var details = new WorkItemDetails { CaseId = found.Id, Priority = urgency, Topic = run.Get(topic), Units = run.Get(units), Skills = levels };
                    var added = await session.Get<WorkDesk>().AddAsync(queue.Id, details, token).OrFail();
                    await session.SaveAsync(token);
                    run.Output.Write(QueueLookup.Document(added), report => report.Fields([("Item", added.Id), ("Case", found.Number.Value), ("Queue", queue.Name)]));
                },
                token);
        });
    }

    private static Command Next()
    {
        var queue = new Argument<string?>("QUEUE") { Description = "Only of this queue.", Arity = ArgumentArity.ZeroOrOne };
        return new Command("next", "The next piece of work for an agent, accepted.").With(queue, s_agent).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var only = run.Find(queue) is { } key ? (await session.QueueAsync(key, token)).Id : (WorkQueueId?)null;
                var next = (await session.Get<WorkRouter>().NextAsync(run.Get(s_agent)!, only, token).OrFail()).Item;
                var about = next?.CaseId is { } id ? await session.Desk.FindAsync(id, token) : null;
                run.Output.Write(
                    new { Item = next is null ? null : QueueLookup.Document(next), Case = about is null ? null : new { about.Id, Number = about.Number.Value, about.Subject, about.AssigneeId } },
                    report => report.Fields([("Item", next?.Id), ("Case", about is null ? null : $"{about.Number} {about.Subject}"), ("", next is null ? "Nothing waits that this agent can take." : null)]));
            },
            token));
    }

    private static Command Route()
    {
        var most = new Option<int>("--most") { Description = "How many pieces of work at most.", DefaultValueFactory = _ => 100 };
        return new Command("route", "Give a queue's work to its agents.").With(s_queue, most).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var queue = await session.QueueAsync(run.Get(s_queue), token);
                var routed = await session.Get<WorkRouter>().RouteAsync(queue.Id, run.Get(most), token).OrFail();
                run.Output.Write(
                    new { Items = routed.Select(a => new { Item = a.ItemId, Agent = a.UserId, a.Unassigned, a.Reach, a.Until }) },
                    report => report.Table(["Item", "Agent", "Or why not"], routed.Select(a => new object?[] { a.ItemId, a.UserId, a.Unassigned })));
            },
            token));
    }

    private static Command Assign()
    {
        var regardless = new Option<bool>("--regardless") { Description = "The agent need neither be there nor have the skills." };
        return Change("assign", "Give work to an agent by hand.", [s_agent, regardless], (session, run, id, token) =>
            session.Get<WorkRouter>().AssignAsync(id, run.Get(s_agent)!, run.Get(regardless), token));
    }

    private static Command Finish()
    {
        var (talk, hold, wrapUp) = (new Option<string?>("--talk"), new Option<string?>("--hold"), new Option<string?>("--wrap-up"));
        talk.Description = hold.Description = wrapUp.Description = "What the agent spent on it, such as 240s; left out, the time since it was accepted.";
        return Change("finish", "Say that work is handled.", [talk, hold, wrapUp], (session, run, id, token) =>
        {
            var times = new[] { talk, hold, wrapUp }.Select(o => run.Get(o) is { } text ? DurationText.Parse(text, o.Name) : (Duration?)null).ToList();
            var spent = times.TrueForAll(t => t is null) ? null : new HandlingTime(times[0] ?? Duration.Zero, times[1] ?? Duration.Zero, times[2] ?? Duration.Zero);
            return session.Get<WorkDesk>().FinishAsync(id, spent, null, token);
        });
    }

    private static Command Transfer()
    {
        var to = new Option<string>("--to") { Description = QueueLookup.Keys, Required = true };
        return Change("transfer", "Send work to another queue.", [to], async (session, run, id, token) =>
            await session.Get<WorkDesk>().TransferAsync(id, (await session.QueueAsync(run.Get(to)!, token)).Id, null, token));
    }

    private static Command Expired() => new Command("return", "Put back work whose reservation has run out.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var returned = await session.Get<WorkRouter>().ReturnExpiredAsync(cancellationToken: token).OrFail();
            run.Output.Write(new { Returned = returned }, report => report.Line($"{returned} put back"));
        },
        token));

    private static Command Change(
        string verb, string description, IEnumerable<Option> options, Func<CrmSession, Run, WorkItemId, CancellationToken, Task<CrmResult<WorkItem>>> act) =>
        new Command(verb, description).With([s_item, .. options]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var changed = await act(session, run, session.ItemId(run.Get(s_item)), token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(QueueLookup.Document(changed), report => report.Fields([("Item", changed.Id), ("State", changed.State), ("Agent", changed.UserId)]));
            },
            token));
}
