using Crm.Domain.Interactions;

namespace Crm.Domain.Service;

/// <summary>What routing must know of an agent.</summary>
public sealed record AgentProfile
{
    /// <summary>Most units of work at a time.</summary>
    public const int MaxCapacity = 1_000;

    /// <summary>How many units of work the agent takes at a time, over all channels.</summary>
    /// <value>1 by default; 1 to <see cref="MaxCapacity"/>.</value>
    public int Capacity { get; init; } = 1;

    /// <summary>How many units of it on some channels; a channel that is not named has no bound of its own.</summary>
    /// <value>Empty by default. A channel with 0 units is one the agent does not serve.</value>
    public IReadOnlyDictionary<ChannelKey, int> ChannelCapacities { get; init; } = new Dictionary<ChannelKey, int>();

    /// <summary>What the agent can do, languages included.</summary>
    /// <value>Empty by default; at most 100.</value>
    public IReadOnlyList<SkillLevel> Skills { get; init; } = [];
}
