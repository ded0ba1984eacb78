using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>The channels that contacts can be recorded on: the built-in ones and those the host adds.</summary>
/// <remarks>Singleton; safe for use by several threads.</remarks>
public sealed class ChannelCatalog : IChannelCatalog
{
    private static readonly FrozenDictionary<ChannelKey, ChannelDefinition> s_builtIn = new ChannelDefinition[]
    {
        new(Channels.Phone, "Phone") { IsSynchronous = true, UsesPhoneNumbers = true },
        new(Channels.Email, "E-mail"),
        new(Channels.Letter, "Letter"),
        new(Channels.Fax, "Fax") { UsesPhoneNumbers = true },
        new(Channels.Sms, "Text message") { UsesPhoneNumbers = true },
        new(Channels.Chat, "Chat") { IsSynchronous = true },
        new(Channels.AudioConference, "Audio conference") { IsSynchronous = true },
        new(Channels.VideoConference, "Video conference") { IsSynchronous = true },
        new(Channels.OnSiteVisit, "Visit") { IsSynchronous = true },
        new(Channels.Store, "Store") { IsSynchronous = true },
        new(Channels.Web, "Web"),
        new(Channels.Social, "Social network"),
    }.ToFrozenDictionary(c => c.Key);

    private readonly ConcurrentDictionary<ChannelKey, ChannelDefinition> _channels = new(s_builtIn);

    /// <summary>Every channel, by key.</summary>
    public IReadOnlyList<ChannelDefinition> All => [.. _channels.Values.OrderBy(c => c.Key.Value, StringComparer.Ordinal)];

    /// <summary>Adds a channel, or changes what holds for one.</summary>
    /// <param name="channel">The channel.</param>
    public void Register(ChannelDefinition channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        _channels[channel.Key] = channel;
    }

    /// <inheritdoc />
    public bool TryGet(ChannelKey key, [NotNullWhen(true)] out ChannelDefinition? channel) => _channels.TryGetValue(key, out channel);

    /// <summary>The name of a channel for people. A name that the host registered stands in every language.</summary>
    /// <param name="key">The channel's key.</param>
    /// <param name="culture">The culture; the current UI culture when null.</param>
    /// <returns>The name; the key where the channel is not known.</returns>
    public string NameOf(ChannelKey key, CultureInfo? culture = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!TryGet(key, out var channel))
        {
            return key.Value;
        }

        return s_builtIn.TryGetValue(key, out var builtIn) && builtIn.Name == channel.Name
            ? CrmTexts.Find($"Channel.{key}", culture ?? CultureInfo.CurrentUICulture) ?? channel.Name
            : channel.Name;
    }
}
