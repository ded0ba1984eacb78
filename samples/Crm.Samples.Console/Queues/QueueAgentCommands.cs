using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Queues;

/// <summary><c>crm queue agent|agents|join|leave</c>.</summary>
internal static class QueueAgentCommands
{
    private static readonly Dictionary<string, AgentAvailability> s_availabilities =
        Enum.GetValues<AgentAvailability>().ToDictionary(a => a.ToString().ToLowerInvariant(), a => a, StringComparer.OrdinalIgnoreCase);

    private static readonly Argument<string> s_queue = new("QUEUE") { Description = QueueLookup.Keys };
    private static readonly Argument<string> s_agent = new("AGENT") { Description = "The agent's user id." };

    public static IEnumerable<Command> All() => [Agent(), Agents(), Join(), Leave()];

    private static Command Agent()
    {
        var capacity = new Option<int?>("--capacity") { Description = "Units of work at a time." };
        var skills = new Option<string[]>("--skill") { Description = "What the agent can do, such as printer=5 or language:it=3.", AllowMultipleArgumentsPerToken = true };
        var channels = new Option<string[]>("--channel") { Description = "Units on one channel, such as chat=3.", AllowMultipleArgumentsPerToken = true };
        var availability = new Option<string?>("--availability") { Description = string.Join(", ", s_availabilities.Keys) };
        return new Command("agent", "Register an agent or change one: skills, capacity, availability.").With(s_agent, capacity, skills, channels, availability).Does((run, token) =>
        {
            var (userId, levels, units) = (run.Get(s_agent), QueueLookup.Skills(run.Get(skills), skills.Name), Channels(run.Get(channels) ?? [], channels.Name));
            var becomes = run.Get(availability)?.OneOf(availability.Name, s_availabilities);
            return run.WithCrmAsync(
                async session =>
                {
                    var agents = session.Get<QueueAgents>();
                    var agent = await agents.FindAsync(userId, token);
                    if (agent is null)
                    {
                        var profile = new AgentProfile { Capacity = run.Get(capacity) ?? 1, Skills = levels, ChannelCapacities = units };
                        agent = await agents.RegisterAsync(userId, profile, token).OrFail();
                    }
                    else if (run.Get(capacity) is not null || levels.Count > 0 || units.Count > 0)
                    {
                        // What is not said stays.
                        var profile = new AgentProfile
                        {
                            Capacity = run.Get(capacity) ?? agent.Capacity,
                            Skills = levels.Count > 0 ? levels : [.. agent.Skills.Select(s => new SkillLevel(s.Skill, s.Level))],
                            ChannelCapacities = units.Count > 0 ? units : agent.ChannelCapacities.ToDictionary(c => c.Channel, c => c.Units),
                        };
                        await agents.DescribeAsync(userId, profile, null, token).OrFail();
                    }

                    if (becomes is { } next && next != agent.Availability)
                    {
                        await agents.BecomeAsync(userId, next, null, token).OrFail();
                    }

                    await session.SaveAsync(token);
                    var load = (await agents.ListAsync(token)).First(a => a.UserId == agent.UserId);
                    run.Output.Write(Document(load), report => report.Fields(
                    [
                        ("Agent", load.UserId), ("Availability", load.Availability), ("Capacity", load.Capacity), ("Units", load.Units), ("Skills", string.Join(", ", load.Skills.Select(s => $"{s.Key}={s.Value}"))),
                    ]));
                },
                token);
        });
    }

    private static Command Agents() => new Command("agents", "All agents with the work that they have.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var agents = await session.Get<QueueAgents>().ListAsync(token);
            run.Output.Write(
                new { Agents = agents.Select(Document) },
                report => report.Table(
                    ["Agent", "Availability", "Units", "Capacity", "Idle since"],
                    agents.Select(a => new object?[] { a.UserId, a.Availability, a.Units, a.Capacity, a.IdleSince })));
        },
        token));

    private static Command Join()
    {
        var weight = new Option<int>("--weight") { Description = "Share of work in relation to the others.", DefaultValueFactory = _ => 1 };
        return new Command("join", "Make an agent a member of a queue.").With(s_queue, s_agent, weight).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var queue = await session.QueueAsync(run.Get(s_queue), token);
                await session.Get<WorkQueues>().JoinAsync(queue.Id, run.Get(s_agent), run.Get(weight), null, token).OrFail();
                await session.SaveAsync(token);
                QueueCommands.Print(run, queue);
            },
            token));
    }

    private static Command Leave() => new Command("leave", "End an agent's membership of a queue.").With(s_queue, s_agent).Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var queue = await session.QueueAsync(run.Get(s_queue), token);
            await session.Get<WorkQueues>().LeaveAsync(queue.Id, run.Get(s_agent), null, token).OrFail();
            await session.SaveAsync(token);
            QueueCommands.Print(run, queue);
        },
        token));

    private static Dictionary<ChannelKey, int> Channels(string[] texts, string option)
    {
        var units = new Dictionary<ChannelKey, int>();
        foreach (var text in texts)
        {
            if (text.Split('=') is not [var channel, var number] || !int.TryParse(number, out var parsed) || !ChannelOf(channel, out var key) || !units.TryAdd(key!, parsed))
            {
                throw CommandFailure.Usage($"{option} {text}: a channel and its units are expected, such as chat=3, each channel once.");
            }
        }

        return units;
    }

    private static bool ChannelOf(string text, out ChannelKey? key)
    {
        try
        {
            key = new ChannelKey(text);
            return true;
        }
        catch (ArgumentException)
        {
            key = null;
            return false;
        }
    }

    private static object Document(AgentLoad agent) => new
    {
        Agent = agent.UserId, agent.Availability, agent.IdleSince, agent.Capacity, agent.Units, agent.Skills, ChannelCapacities = agent.ChannelCapacities.ToDictionary(c => c.Key.Value, c => c.Value),
    };
}
