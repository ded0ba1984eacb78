using Crm.Domain.Criteria;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/contact-centre.md.</summary>
internal static class ContactCentreGuide
{
    // docs: centre-set-up
    /// <summary>A queue for printers, and an agent for it. The caller saves.</summary>
    public static async Task<WorkQueueId> SetUpAsync(WorkQueues queues, QueueAgents agents)
    {
        var printers = (await queues.CreateAsync("Printers", new QueueSettings
        {
            Strategy = SkillStrategy.StrategyKey,
            Skills = [new SkillLevel("printer", 5)],
            RelaxEvery = Duration.FromMinutes(2),            // after two minutes level 4 will do, after four level 3 …
            ReservationTime = Duration.FromSeconds(30),
            Criteria = new Condition("product", CriteriaOperators.Equal, "LASER-4"),
        })).Value;
        await agents.RegisterAsync("ada", new AgentProfile
        {
            Capacity = 4,
            ChannelCapacities = new Dictionary<ChannelKey, int> { [Channels.Phone] = 1, [Channels.Chat] = 3 },
            Skills = [new SkillLevel("printer", 7), new SkillLevel("language:it", 4)],
        });
        await agents.BecomeAsync("ada", AgentAvailability.Active);
        await queues.JoinAsync(printers.Id, "ada");
        return printers.Id;
    }
    // docs: end

    // docs: centre-add
    /// <summary>Puts a case in the queue that its criteria choose. The caller saves.</summary>
    public static async Task<WorkItem> AddAsync(WorkDesk desk, ServiceCaseId caseId) => (await desk.AddCaseAsync(caseId)).Value;
    // docs: end

    // docs: centre-route
    /// <summary>One round of a job that routes a queue: says who has what, and what nobody could take.</summary>
    public static async Task<List<string>> RouteAsync(WorkRouter router, WorkQueueId queue)
    {
        await router.ReturnExpiredAsync();
        var routed = (await router.RouteAsync(queue)).Value;
        return [.. routed.Select(a => a.UserId is not null ? $"{a.UserId} until {a.Until}" : $"nobody: {a.Unassigned}")];
    }
    // docs: end

    // docs: centre-handle
    /// <summary>The agent accepts what was offered, and has handled it. The caller saves the second.</summary>
    public static async Task HandleAsync(WorkRouter router, WorkDesk desk, WorkItemId item)
    {
        (await router.AcceptAsync(item, "ada")).WithoutValue().ThrowIfFailed();
        var time = new HandlingTime(Talk: Duration.FromMinutes(4), Hold: Duration.FromSeconds(20), WrapUp: Duration.FromMinutes(1));
        (await desk.FinishAsync(item, time)).WithoutValue().ThrowIfFailed();
    }
    // docs: end

    // docs: centre-strategy
    /// <summary>Gives everything to whoever has the most of the day before them.</summary>
    public sealed class FreshestStrategy : IAssignmentStrategy
    {
        public string Key => "freshest";

        public AssignmentCandidate Choose(WorkDemand demand, IReadOnlyList<AssignmentCandidate> candidates) =>
            AssignmentOrder.First(candidates, c => -c.Agent.IdleSince.ToUnixTimeTicks());
    }

    public static void Register(IServiceCollection services) => services.AddSingleton<IAssignmentStrategy, FreshestStrategy>();
    // docs: end

    // docs: centre-figures
    /// <summary>The share of yesterday's calls that were answered in twenty seconds, by three denominators; null where there is none.</summary>
    public static async Task<(double?, double?, double?)> ServiceLevelAsync(QueueMetrics metrics, WorkQueueId queue, Instant midnight)
    {
        var totals = (await metrics.TotalsAsync(queue, midnight - Duration.FromDays(1), midnight, Duration.FromSeconds(20))).Value;
        return (totals.ServiceLevelOfAnswered, totals.ServiceLevelOfEnded, totals.ServiceLevelOfOffered);
    }
    // docs: end

    // docs: centre-staffing
    /// <summary>Agents and positions for 100 calls in half an hour of three minutes each: 80 % in 20 seconds, 30 % shrinkage.</summary>
    public static (int Agents, long Positions) Staff()
    {
        var load = new CallLoad(100, Duration.FromMinutes(30), Duration.FromMinutes(3));
        var figures = Staffing.Required(load, new StaffingTarget(0.8, Duration.FromSeconds(20)) { Shrinkage = 0.3, MaxOccupancy = 0.85 });
        return (figures.Agents, figures.Positions);
    }
    // docs: end
}
