namespace Crm.Domain.Service;

/// <summary>Decides who is given a piece of work: first active members with the skills, then away ones, then anyone, as far as the queue allows. A pure function.</summary>
public static class AssignmentPlan
{
    /// <summary>By how much a turn moves on for an agent of weight 1.</summary>
    public const long Stride = 27_720_000;

    /// <summary>Decides. Capacity is never exceeded; ties are broken as <see cref="AssignmentOrder"/> says.</summary>
    /// <param name="snapshot">Everything that counts.</param>
    /// <param name="strategy">How one of several is chosen.</param>
    /// <returns>The agent, or why there is none.</returns>
    public static AssignmentDecision Decide(AssignmentSnapshot snapshot, IAssignmentStrategy strategy)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(strategy);
        if (!snapshot.IsOpen)
        {
            return Nobody(UnassignedReason.QueueClosed);
        }

        if (snapshot.Members.Count == 0)
        {
            return Nobody(UnassignedReason.NoMembers);
        }

        // Whoever was not there does not catch up: nobody's turn lies further back than one stride behind the foremost.
        var floor = snapshot.Members.Max(m => m.Turn) - snapshot.Members.Max(strategy.StrideOf);
        var qualified = snapshot.Members.Where(m => IsQualified(m.Agent, snapshot)).ToList();
        var tiers = Tiers(snapshot, qualified).ToList();
        foreach (var (reach, members) in tiers)
        {
            var able = members.Where(m => m.Agent.HasRoomFor(snapshot.Demand)).Select(m => m.Turn < floor ? m with { Turn = floor } : m).ToList();
            if (able.Count > 0)
            {
                var chosen = strategy.Choose(snapshot.Demand, able);
                var stored = snapshot.Members.First(m => m.Agent.UserId == chosen.Agent.UserId);
                return new(stored, null, reach, Math.Max(stored.Turn, floor) + strategy.StrideOf(stored));
            }
        }

        return Nobody(
            tiers.Exists(t => t.Members.Count > 0) ? UnassignedReason.NobodyHasRoom
            : qualified.Count == 0 ? UnassignedReason.NobodyQualified
            : UnassignedReason.NobodyAvailable);
    }

    /// <summary>Whether an agent has the skills that work needs, at the levels that are still required.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="demand">What the work needs.</param>
    /// <param name="relaxation">By how many levels requirements have fallen.</param>
    /// <param name="relaxTo">How far they fall at most.</param>
    /// <returns>True when it has.</returns>
    public static bool IsQualified(AgentLoad agent, WorkDemand demand, int relaxation, int relaxTo)
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(demand);
        return demand.Skills.All(s => agent.Skills.GetValueOrDefault(s.Skill) >= Math.Max(Math.Min(relaxTo, s.Level), s.Level - relaxation));
    }

    private static bool IsQualified(AgentLoad agent, AssignmentSnapshot snapshot) => IsQualified(agent, snapshot.Demand, snapshot.Relaxation, snapshot.RelaxTo);

    private static IEnumerable<(AssignmentReach Reach, List<AssignmentCandidate> Members)> Tiers(AssignmentSnapshot snapshot, List<AssignmentCandidate> qualified)
    {
        yield return (AssignmentReach.Active, qualified.FindAll(m => m.Agent.Availability == AgentAvailability.Active));
        if (snapshot.Reach >= AssignmentReach.Away)
        {
            yield return (AssignmentReach.Away, qualified.FindAll(m => m.Agent.Availability == AgentAvailability.Away));
        }

        if (snapshot.Reach >= AssignmentReach.Anyone)
        {
            yield return (AssignmentReach.Anyone, qualified);
            yield return (AssignmentReach.Anyone, [.. snapshot.Members.Where(m => m.Agent.Availability == AgentAvailability.Active)]);
            yield return (AssignmentReach.Anyone, [.. snapshot.Members]);
        }
    }

    private static AssignmentDecision Nobody(UnassignedReason reason) => new(null, reason, null, 0);
}
