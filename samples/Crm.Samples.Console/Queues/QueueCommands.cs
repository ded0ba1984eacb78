using System.CommandLine;
using Crm.Domain.Criteria;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;
using NodaTime;

namespace Crm.Samples.Console.Queues;

/// <summary><c>crm queue …</c>: queues themselves.</summary>
internal static class QueueCommands
{
    private static readonly Dictionary<string, AssignmentReach> s_reaches =
        Enum.GetValues<AssignmentReach>().ToDictionary(r => r.ToString().ToLowerInvariant(), r => r, StringComparer.OrdinalIgnoreCase);

    public static Command Create() => new Command("queue", "Queues of work, their agents, and who does what.").With(
        [Make(), List(), Show(), Opening("open", "Give work out again."), Opening("close", "Keep work and give none out."), .. QueueAgentCommands.All(), .. QueueWorkCommands.All(), QueueMetricsCommand.Create()]);

    private static Command Make()
    {
        var name = new Argument<string>("NAME") { Description = "The name; unique." };
        var strategy = new Option<string>("--strategy") { Description = $"{string.Join(", ", AssignmentStrategies.BuiltIn.Select(s => s.Key))}.", DefaultValueFactory = _ => RoundRobinStrategy.StrategyKey };
        var skills = new Option<string[]>("--skill") { Description = "What everything in it needs, such as printer=3 or language:it=2.", AllowMultipleArgumentsPerToken = true };
        var reach = new Option<string>("--reach") { Description = $"How far routing goes: {string.Join(", ", s_reaches.Keys)}.", DefaultValueFactory = _ => "away" };
        var reserve = new Option<string?>("--reserve") { Description = "How long an agent has to accept, such as 30s; left out, work is assigned at once." };
        var relax = new Option<string?>("--relax-every") { Description = "After each time of this length required levels fall by one." };
        var relaxTo = new Option<int>("--relax-to") { Description = "How far they fall.", DefaultValueFactory = _ => 1 };
        var answer = new Option<string>("--answer-within") { Description = "The time of the service level.", DefaultValueFactory = _ => "20s" };
        var brief = new Option<string>("--short-abandon") { Description = "Who leaves sooner has not given up waiting.", DefaultValueFactory = _ => "5s" };
        var criteria = new Option<string?>("--criteria") { Description = "A JSON file: which cases belong in it." };
        var position = new Option<int>("--position") { Description = "Place among queues whose criteria hold for a case; the lowest takes it." };
        return new Command("create", "Make a queue.").With(name, strategy, skills, reach, reserve, relax, relaxTo, answer, brief, criteria, position).Does((run, token) =>
        {
            var settings = new QueueSettings
            {
                Strategy = run.Get(strategy)!,
                Skills = QueueLookup.Skills(run.Get(skills), skills.Name),
                Reach = run.Get(reach)!.OneOf(reach.Name, s_reaches),
                ReservationTime = Optional(run.Get(reserve), reserve.Name),
                RelaxEvery = Optional(run.Get(relax), relax.Name),
                RelaxTo = run.Get(relaxTo),
                AnswerWithin = DurationText.Parse(run.Get(answer)!, answer.Name),
                ShortAbandon = DurationText.Parse(run.Get(brief)!, brief.Name),
                Criteria = run.Get(criteria) is { } file ? Criterion.Parse(TextSource.Of(file).Read(text => text.ReadToEnd())).OrFail() : null,
                Position = run.Get(position),
            };
            return run.WithCrmAsync(
                async session =>
                {
                    var created = await session.Get<WorkQueues>().CreateAsync(run.Get(name), settings, token).OrFail();
                    await session.SaveAsync(token);
                    Print(run, created);
                },
                token);
        });
    }

    private static Command List() => new Command("list", "All queues at this moment.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var queues = await session.Get<QueueMetrics>().NowAsync(token).OrFail();
            run.Output.Write(
                new
                {
                    Queues = queues.Select(q => new
                    {
                        Id = q.QueueId, q.Name, q.IsOpen, q.Waiting, LongestWaitSeconds = q.LongestWait?.TotalSeconds, q.Offered, q.Handling, q.AvailableAgents, q.BusyAgents, q.AwayAgents,
                    }),
                },
                report => report.Table(
                    ["Queue", "Open", "Waiting", "Longest (s)", "Offered", "Handling", "Available", "Busy", "Away"],
                    queues.Select(q => new object?[] { q.Name, q.IsOpen ? "yes" : "no", q.Waiting, q.LongestWait?.TotalSeconds, q.Offered, q.Handling, q.AvailableAgents, q.BusyAgents, q.AwayAgents })));
        },
        token));

    private static Command Show()
    {
        var key = new Argument<string>("QUEUE") { Description = QueueLookup.Keys };
        var take = new Option<int>("--take") { Description = "How many of those in line.", DefaultValueFactory = _ => 20 };
        return new Command("show", "A queue, its members, and who is first in line.").With(key, take).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var queue = await session.QueueAsync(run.Get(key), token);
                var line = await session.Get<WorkDesk>().LineAsync(queue.Id, run.Get(take), token);
                run.Output.Write(
                    new { Queue = Document(queue), Line = line.Select(w => new { Item = w.ItemId, Priority = (CasePriority)((int)CasePriority.Urgent - w.Rank), w.EnqueuedAt }) },
                    report => Fields(report, queue).Line().Table(
                        ["Item", "Priority", "Waits since"], line.Select(w => new object?[] { w.ItemId, (CasePriority)((int)CasePriority.Urgent - w.Rank), w.EnqueuedAt })));
            },
            token));
    }

    private static Command Opening(string verb, string description)
    {
        var key = new Argument<string>("QUEUE") { Description = QueueLookup.Keys };
        return new Command(verb, description).With(key).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var queue = await session.QueueAsync(run.Get(key), token);
                var queues = session.Get<WorkQueues>();
                await (verb == "open" ? queues.OpenAsync(queue.Id, null, token) : queues.CloseAsync(queue.Id, null, token)).OrFail();
                await session.SaveAsync(token);
                Print(run, queue);
            },
            token));
    }

    public static void Print(Run run, WorkQueue queue) => run.Output.Write(Document(queue), report => Fields(report, queue));

    private static object Document(WorkQueue queue) => new
    {
        queue.Id, queue.Name, queue.IsOpen, queue.Strategy, Skills = queue.Skills.Select(s => s.ToString()), queue.Reach, ReserveSeconds = queue.ReservationTime?.TotalSeconds,
        RelaxEverySeconds = queue.RelaxEvery?.TotalSeconds, queue.RelaxTo, AnswerWithinSeconds = queue.AnswerWithin.TotalSeconds, ShortAbandonSeconds = queue.ShortAbandon.TotalSeconds, queue.Position,
        Members = queue.Members.OrderBy(m => m.UserId, StringComparer.Ordinal).Select(m => new { Agent = m.UserId, m.Weight }), queue.Version,
    };

    private static Report Fields(Report report, WorkQueue queue) => report.Heading(queue.Name).Fields(
    [
        ("Id", queue.Id),
        ("Open", queue.IsOpen ? "yes" : "no"),
        ("Strategy", queue.Strategy),
        ("Needs", queue.SkillText.Length == 0 ? null : queue.SkillText),
        ("Members", string.Join(", ", queue.Members.Select(m => m.Weight == 1 ? m.UserId : $"{m.UserId} ×{m.Weight}").Order(StringComparer.Ordinal))),
    ]);

    private static Duration? Optional(string? text, string option) => text is null ? null : DurationText.Parse(text, option);
}
