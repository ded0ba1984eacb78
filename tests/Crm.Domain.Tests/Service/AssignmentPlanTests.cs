using Crm.Domain.Interactions;
using Crm.Domain.Service;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Service;

public sealed class AssignmentPlanTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly WorkDemand s_any = new(null, 1, []);

    [Fact]
    [Trait("Check", "SC-13")]
    public void RoundRobin_GivesEachItsTurn() =>
        Run(new RoundRobinStrategy(), 7, Agent("carl"), Agent("ada"), Agent("bob")).Should().Equal("ada", "bob", "carl", "ada", "bob", "carl", "ada");

    [Fact]
    [Trait("Check", "SC-13")]
    public void RoundRobin_WhoWasAway_DoesNotCatchUp()
    {
        var members = new List<AssignmentCandidate> { Agent("ada", AgentAvailability.Offline), Agent("bob"), Agent("carl") };
        Run(new RoundRobinStrategy(), 100, members);
        members[0] = members[0] with { Agent = members[0].Agent with { Availability = AgentAvailability.Active } };
        Run(new RoundRobinStrategy(), 9, members).GroupBy(u => u).Select(g => g.Count()).Should().AllSatisfy(n => n.Should().BeInRange(2, 4));
    }

    [Fact]
    [Trait("Check", "SC-13")]
    public void Weighted_GivesInProportion_Evenly()
    {
        var given = Run(new WeightedStrategy(), 60, Agent("ada") with { Weight = 3 }, Agent("bob") with { Weight = 2 }, Agent("carl"));
        given.GroupBy(u => u).ToDictionary(g => g.Key, g => g.Count()).Should().Equal(new Dictionary<string, int> { ["ada"] = 30, ["bob"] = 20, ["carl"] = 10 });
        given.Chunk(6).Should().AllSatisfy(six => six.Should().Contain("carl"), "nobody waits for its share until the end");
    }

    [Fact]
    [Trait("Check", "SC-13")]
    public void LeastBusy_LooksAtTheShareOfCapacity()
    {
        var chosen = Decide(new LeastBusyStrategy(), s_any, Agent("ada", units: 1, capacity: 2), Agent("bob", units: 2, capacity: 8), Agent("carl", units: 3, capacity: 9));
        chosen.Should().Be("bob");
    }

    [Fact]
    [Trait("Check", "SC-13")]
    public void Skills_TakesTheBestQualified()
    {
        var demand = new WorkDemand(null, 1, [new SkillLevel("printer", 3), new SkillLevel("language:it")]);
        Decide(new SkillStrategy(), demand, Skilled("ada", 3, 9), Skilled("bob", 7, 6), Skilled("carl", 2, 10)).Should().Be("bob", "carl falls short of the printer's level");
    }

    [Fact]
    [Trait("Check", "SC-13")]
    public void LongestIdle_PrefersWhoHasNothing()
    {
        var ada = Agent("ada", units: 1, capacity: 3, idleMinutes: 90);
        Decide(new LongestIdleStrategy(), s_any, ada, Agent("bob", idleMinutes: 5), Agent("carl", idleMinutes: 40)).Should().Be("carl");
    }

    [Theory]
    [Trait("Check", "SC-13")]
    [MemberData(nameof(Strategies))]
    public void Tie_IsBrokenByUnitsThenIdleTimeThenId(string key)
    {
        var strategy = AssignmentStrategies.BuiltIn.Single(s => s.Key == key);
        Decide(strategy, s_any, Agent("bob"), Agent("ada"), Agent("Bob")).Should().Be("Bob", "ids compare ordinally");
        Decide(strategy, s_any, Agent("ada"), Agent("bob", idleMinutes: 30)).Should().Be("bob");
    }

    public static TheoryData<string> Strategies() => [.. AssignmentStrategies.BuiltIn.Select(s => s.Key)];

    [Fact]
    [Trait("Check", "SC-13")]
    public void EveryStrategy_RandomTeams_ChoiceIsAbleAndDoesNotDependOnTheOrder() => FsCheck.Check.QuickThrowOnFailure(
        Prop.ForAll(Teams().ToArbitrary(), Gen.Elements(AssignmentStrategies.BuiltIn.ToArray()).ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(), (team, strategy, reach) =>
        {
            var snapshot = new AssignmentSnapshot(new WorkDemand(Channels.Chat, 2, [new SkillLevel("printer", 4)]), team)
            {
                Reach = (AssignmentReach)Math.Min(reach, 2), Relaxation = reach,
            };
            var decision = AssignmentPlan.Decide(snapshot, strategy);
            var again = AssignmentPlan.Decide(snapshot with { Members = [.. team.Reverse()] }, strategy);
            return decision.Candidate?.Agent.UserId == again.Candidate?.Agent.UserId && decision.NextTurn == again.NextTurn
                && decision.Candidate is null == decision.Reason is not null
                && (decision.Candidate is null || (decision.Candidate.Agent.HasRoomFor(snapshot.Demand) && decision.NextTurn > decision.Candidate.Turn))

                // Nobody is left out whom the queue reaches.
                && (decision.Candidate is not null || !team.Any(m => m.Agent.HasRoomFor(snapshot.Demand) && (snapshot.Reach == AssignmentReach.Anyone
                    || (AssignmentPlan.IsQualified(m.Agent, snapshot.Demand, reach, 1) && (int)m.Agent.Availability <= (int)snapshot.Reach))));
        }));

    [Fact]
    [Trait("Check", "SC-14")]
    public void Reach_GoesFromActiveToAwayToAnyone()
    {
        var busy = Agent("ada", units: 1);
        var away = Agent("bob", AgentAvailability.Away);
        var offline = Agent("carl", AgentAvailability.Offline);
        Choose(AssignmentReach.Anyone, Agent("ada"), away, offline).Should().Be(("ada", AssignmentReach.Active));
        Choose(AssignmentReach.Anyone, busy, away, offline).Should().Be(("bob", AssignmentReach.Away));
        Choose(AssignmentReach.Anyone, busy, offline).Should().Be(("carl", AssignmentReach.Anyone));
        Choose(AssignmentReach.Away, busy, offline).Should().Be((null, null));
        Choose(AssignmentReach.Active, busy, away).Should().Be((null, null));
    }

    [Fact]
    [Trait("Check", "SC-14")]
    public void Nobody_AlwaysHasAReason()
    {
        var printer = new WorkDemand(null, 1, [new SkillLevel("printer", 5)]);
        Reason(new(s_any, [])).Should().Be(UnassignedReason.NoMembers);
        Reason(new(s_any, [Agent("ada")]) { IsOpen = false }).Should().Be(UnassignedReason.QueueClosed);
        Reason(new(printer, [Agent("ada")])).Should().Be(UnassignedReason.NobodyQualified);
        Reason(new(s_any, [Agent("ada", AgentAvailability.Offline)])).Should().Be(UnassignedReason.NobodyAvailable);
        Reason(new(s_any, [Agent("ada", units: 1), Agent("bob", AgentAvailability.Offline)])).Should().Be(UnassignedReason.NobodyHasRoom);
    }

    [Fact]
    [Trait("Check", "SC-14")]
    public void Capacity_CountsOverAllAndByChannel()
    {
        var chats = new AgentLoad("ada", AgentAvailability.Active, s_now, 5)
        {
            Units = 3, ChannelCapacities = new Dictionary<ChannelKey, int> { [Channels.Chat] = 2, [Channels.Phone] = 0 }, ChannelUnits = new Dictionary<ChannelKey, int> { [Channels.Chat] = 2 },
        };
        chats.HasRoomFor(new WorkDemand(Channels.Chat, 1, [])).Should().BeFalse("two chats are enough");
        chats.HasRoomFor(new WorkDemand(Channels.Phone, 1, [])).Should().BeFalse("no calls at all");
        chats.HasRoomFor(new WorkDemand(Channels.Email, 2, [])).Should().BeTrue();
        chats.HasRoomFor(new WorkDemand(Channels.Email, 3, [])).Should().BeFalse();
    }

    [Fact]
    [Trait("Check", "SC-13")]
    public void RequiredLevel_FallsWithTime_ToItsFloor()
    {
        var demand = new WorkDemand(null, 1, [new SkillLevel("printer", 5)]);
        var ada = Skilled("ada", 3, 0).Agent;
        AssignmentPlan.IsQualified(ada, demand, 1, 1).Should().BeFalse();
        AssignmentPlan.IsQualified(ada, demand, 2, 1).Should().BeTrue();
        AssignmentPlan.IsQualified(Agent("bob").Agent, demand, 10, 1).Should().BeFalse("the skill is still needed");
        AssignmentPlan.IsQualified(Agent("bob").Agent, demand, 10, 0).Should().BeTrue();
        var queue = new WorkQueue(WorkQueueId.New(s_now), "Q", new QueueSettings { RelaxEvery = Duration.FromMinutes(2) }, s_now);
        new[] { -1, 0, 119, 120, 500, 999_999 }.Select(s => queue.RelaxationAfter(Duration.FromSeconds(s))).Should().Equal(0, 0, 0, 1, 4, 10);
    }

    private static AssignmentCandidate Agent(string id, AgentAvailability availability = AgentAvailability.Active, int units = 0, int capacity = 1, int idleMinutes = 10) =>
        new(new AgentLoad(id, availability, s_now - Duration.FromMinutes(idleMinutes), capacity) { Units = units });

    private static AssignmentCandidate Skilled(string id, int printer, int italian) => new(Agent(id).Agent with { Skills = new Dictionary<string, int> { ["printer"] = printer, ["language:it"] = italian } });

    private static Gen<AssignmentCandidate[]> Teams() =>
        from size in Gen.Choose(0, 6)
        from seeds in Gen.Choose(0, int.MaxValue - 1).ArrayOf(size)
        select seeds.Select((seed, index) =>
        {
            var random = new Random(seed);
            var agent = new AgentLoad($"agent-{index}", (AgentAvailability)random.Next(3), s_now - Duration.FromMinutes(random.Next(3)), random.Next(1, 5))
            {
                Units = random.Next(0, 3),
                Skills = random.Next(3) == 0 ? new Dictionary<string, int>() : new Dictionary<string, int> { ["printer"] = random.Next(1, 6) },
                ChannelCapacities = random.Next(2) == 0 ? new Dictionary<ChannelKey, int>() : new Dictionary<ChannelKey, int> { [Channels.Chat] = random.Next(0, 4) },
            };
            return new AssignmentCandidate(agent, random.Next(1, 4), random.Next(3) * AssignmentPlan.Stride);
        }).ToArray();

    private static UnassignedReason? Reason(AssignmentSnapshot snapshot) => AssignmentPlan.Decide(snapshot, new RoundRobinStrategy()).Reason;

    private static string? Decide(IAssignmentStrategy strategy, WorkDemand demand, params AssignmentCandidate[] members) =>
        AssignmentPlan.Decide(new AssignmentSnapshot(demand, members), strategy).Candidate?.Agent.UserId;

    private static (string? UserId, AssignmentReach? Reach) Choose(AssignmentReach reach, params AssignmentCandidate[] members)
    {
        var decision = AssignmentPlan.Decide(new AssignmentSnapshot(s_any, members) { Reach = reach }, new RoundRobinStrategy());
        return (decision.Candidate?.Agent.UserId, decision.Reach);
    }

    private static List<string> Run(IAssignmentStrategy strategy, int items, params AssignmentCandidate[] members) => Run(strategy, items, members.ToList());

    private static List<string> Run(IAssignmentStrategy strategy, int items, List<AssignmentCandidate> members)
    {
        var given = new List<string>();
        for (var i = 0; i < items; i++)
        {
            var decision = AssignmentPlan.Decide(new AssignmentSnapshot(s_any, members), strategy);
            var index = members.FindIndex(m => m.Agent.UserId == decision.Candidate!.Agent.UserId);
            members[index] = members[index] with { Turn = decision.NextTurn };
            given.Add(members[index].Agent.UserId);
        }

        return given;
    }
}
