using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>An agent with the work that it has, as routing sees it at one moment.</summary>
/// <param name="UserId">The agent's id in the host's user directory.</param>
/// <param name="Availability">Active, away or offline.</param>
/// <param name="IdleSince">When it last finished work, or came.</param>
/// <param name="Capacity">Units of work it takes at a time.</param>
public sealed record AgentLoad(string UserId, AgentAvailability Availability, Instant IdleSince, int Capacity)
{
    /// <summary>Levels by skill.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, int> Skills { get; init; } = new Dictionary<string, int>();

    /// <summary>Units it takes on some channels.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<ChannelKey, int> ChannelCapacities { get; init; } = new Dictionary<ChannelKey, int>();

    /// <summary>Units of work it has, offered or being handled.</summary>
    /// <value>0 by default.</value>
    public int Units { get; init; }

    /// <summary>Of these, units by channel.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<ChannelKey, int> ChannelUnits { get; init; } = new Dictionary<ChannelKey, int>();

    /// <summary>Whether the agent can take more work without exceeding its units, over all and on the channel.</summary>
    /// <param name="demand">What the work needs.</param>
    /// <returns>True when it can.</returns>
    public bool HasRoomFor(WorkDemand demand)
    {
        ArgumentNullException.ThrowIfNull(demand);
        return Units + demand.Units <= Capacity
            && (demand.Channel is null || !ChannelCapacities.TryGetValue(demand.Channel, out var most)
                || ChannelUnits.GetValueOrDefault(demand.Channel) + demand.Units <= most);
    }

    /// <summary>By how many levels the agent falls short of the work's worst skill; 0 when it has them all.</summary>
    /// <param name="demand">What the work needs.</param>
    /// <returns>The levels; a skill that the agent lacks counts its whole level.</returns>
    public int ShortfallOf(WorkDemand demand)
    {
        ArgumentNullException.ThrowIfNull(demand);
        return demand.Skills.Count == 0 ? 0 : Math.Max(0, demand.Skills.Max(s => s.Level - Skills.GetValueOrDefault(s.Skill)));
    }

    /// <summary>Sum of the agent's levels in the skills that the work needs.</summary>
    /// <param name="demand">What the work needs.</param>
    /// <returns>The sum.</returns>
    public int ProficiencyIn(WorkDemand demand)
    {
        ArgumentNullException.ThrowIfNull(demand);
        return demand.Skills.Sum(s => Skills.GetValueOrDefault(s.Skill));
    }
}
