using System.CommandLine;
using Crm.Domain.Criteria;
using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Sales;

/// <summary><c>crm lead queue …</c>: who gets which leads, and how many.</summary>
internal static class LeadQueueCommands
{
    private static readonly Argument<string> s_queue = new("QUEUE") { Description = "The queue's name or id." };

    public static Command Create() => new Command("queue", "Queues of leads: who gets which, and how many.").With(Make(), List(), Member(), GiveOut());

    private static Command Make()
    {
        var name = new Argument<string>("NAME") { Description = "The name; unique." };
        var criteria = new Option<string?>("--criteria") { Description = "A JSON file: which leads belong in it." };
        var position = new Option<int>("--position") { Description = "Place among queues whose criteria hold for a lead; the lowest takes it." };
        var period = new Option<string>("--period") { Description = "The period in which capacities are counted: day, week or month.", DefaultValueFactory = _ => "day" };
        return new Command("create", "Make a queue.").With(name, criteria, position, period).Does((run, token) =>
        {
            var settings = new LeadQueueSettings
            {
                Criteria = run.Get(criteria) is { } file ? Criterion.Parse(TextSource.Of(file).Read(text => text.ReadToEnd())).OrFail() : null,
                Position = run.Get(position),
                Period = SalesTexts.Choice<LeadPeriod>(run.Get(period)!, period.Name),
            };
            return run.WithCrmAsync(
                async session =>
                {
                    var made = await session.Get<LeadQueues>().CreateAsync(run.Get(name), settings, token).OrFail();
                    await session.SaveAsync(token);
                    Print(run, made);
                },
                token);
        });
    }

    private static Command List() => new Command("list", "All queues with their members.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var all = await session.Get<LeadQueues>().ListAsync(token);
            run.Output.Write(
                new { Queues = all.Select(Document) },
                report => report.Table(["Queue", "Period", "Members"], all.Select(q => new object?[] { q.Name, q.Period, string.Join(", ", q.Members.Select(m => m.UserId)) })));
        },
        token));

    private static Command Member()
    {
        var user = new Argument<string>("USER") { Description = "Who gets leads." };
        var weight = new Option<int>("--weight") { Description = "The share, in relation to the others' weights.", DefaultValueFactory = _ => 1 };
        var capacity = new Option<int?>("--capacity") { Description = "Most leads of a period; any number when left out." };
        var remove = new Option<bool>("--remove") { Description = "Give them no leads any more." };
        return new Command("member", "Make somebody a member, change the share, or end it.").With(s_queue, user, weight, capacity, remove).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var (doors, id) = (session.Get<LeadQueues>(), await QueueAsync(session, run.Get(s_queue), token));
                var changed = await (run.Get(remove) ? doors.RemoveMemberAsync(id, run.Get(user), null, token) : doors.SetMemberAsync(id, run.Get(user), run.Get(weight), run.Get(capacity), null, token)).OrFail();
                await session.SaveAsync(token);
                Print(run, changed);
            },
            token));
    }

    private static Command GiveOut()
    {
        var take = new Option<int>("--take") { Description = "Most leads.", DefaultValueFactory = _ => 100 };
        return new Command("give-out", "Give waiting leads to members, those that came first first.").With(s_queue, take).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var id = await QueueAsync(session, run.Get(s_queue), token);
                var given = await session.Get<LeadQueues>().GiveOutAsync(id, Output.PageOptions.Rows(take.Name, run.Get(take)), token).OrFail();
                run.Output.Write(
                    new { Items = given.Select(LeadCommands.Row) },
                    report => report.Table(["Lead", "Owner"], given.Select(l => new object?[] { l.Name, l.OwnerId })));
            },
            token));
    }

    public static async Task<LeadQueueId> QueueAsync(CrmSession session, string key, CancellationToken cancellationToken)
    {
        var all = await session.Get<LeadQueues>().ListAsync(cancellationToken);
        var isId = LeadQueueId.TryParse(key, null, out var id);
        return all.FirstOrDefault(q => isId ? q.Id == id : q.Name == key).OrFail(session.Errors.LeadQueueNotFound(key)).Id;
    }

    private static void Print(Run run, LeadQueue queue) => run.Output.Write(
        Document(queue),
        report => report.Heading(queue.Name).Table(["Member", "Weight", "Capacity", "Got", "Since"], queue.Members.Select(m => new object?[] { m.UserId, m.Weight, m.Capacity, m.Given, m.Period })));

    private static object Document(LeadQueue queue) => new
    {
        queue.Id, queue.Name, queue.Position, queue.Period, queue.Criteria, Members = queue.Members.Select(m => new { User = m.UserId, m.Weight, m.Capacity, m.Given, Since = m.Period }), queue.Version,
    };
}
