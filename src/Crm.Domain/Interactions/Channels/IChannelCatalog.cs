using System.Diagnostics.CodeAnalysis;

namespace Crm.Domain.Interactions;

/// <summary>Says which channels there are, for areas that only name them.</summary>
public interface IChannelCatalog
{
    /// <summary>Looks up a channel.</summary>
    /// <param name="key">The channel's key.</param>
    /// <param name="channel">The channel, if it is known.</param>
    /// <returns>Whether it is known.</returns>
    bool TryGet(ChannelKey key, [NotNullWhen(true)] out ChannelDefinition? channel);
}
