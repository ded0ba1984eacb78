using Crm.Domain.Interactions;

namespace Crm.Domain.Service;

/// <summary>How many units of work an agent takes on one channel. Part of <see cref="QueueAgent"/>.</summary>
public sealed class AgentChannelCapacity
{
    private AgentChannelCapacity() => Channel = null!;

    internal AgentChannelCapacity(ChannelKey channel, int units) => (Channel, Units) = (channel, units);

    /// <summary>The channel.</summary>
    public ChannelKey Channel { get; private set; }

    /// <summary>The units.</summary>
    public int Units { get; private set; }
}
