using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>The channels that contacts can be recorded on, each with its rules: the built-in ones and those the host adds.</summary>
/// <remarks>Singleton; safe for use by several threads.</remarks>
public sealed class ChannelCatalog : IChannelCatalog
{
    private static readonly Duration s_day = Duration.FromDays(1);

    private static readonly Direction[] s_any = [Direction.Inbound, Direction.Outbound, Direction.Internal];

    private static readonly FrozenDictionary<ChannelKey, ChannelDefinition> s_builtIn = new ChannelDefinition[]
    {
        new(Channels.Phone, "Phone") { IsSynchronous = true, TakesCalls = true, Address = ChannelAddress.Phone, Directions = s_any, Roles = ParticipantRoles.OfCalls },
        new(Channels.Email, "E-mail") { Address = ChannelAddress.Email, Directions = s_any, Roles = ParticipantRoles.OfMail },
        new(Channels.Letter, "Letter") { Address = ChannelAddress.Postal, Roles = ParticipantRoles.OfLetters },
        new(Channels.PrintedMatter, "Printed matter")
        {
            Address = ChannelAddress.Postal, Directions = [Direction.Outbound], CountsAsResponse = false, ConsentChannel = Channels.Letter,
        },
        new(Channels.Fax, "Fax") { TakesCalls = true, Address = ChannelAddress.Fax, Roles = ParticipantRoles.OfLetters },
        new(Channels.Sms, "Text message") { Address = ChannelAddress.Mobile, Conversation = s_day },
        new(Channels.Chat, "Chat") { IsSynchronous = true, Address = ChannelAddress.Handle, Directions = s_any, Conversation = s_day },
        new(Channels.AudioConference, "Audio conference") { IsSynchronous = true, TakesCalls = true, Directions = s_any, Roles = ParticipantRoles.OfConferences, ConsentChannel = Channels.Phone },
        new(Channels.VideoConference, "Video conference") { IsSynchronous = true, TakesCalls = true, Directions = s_any, Roles = ParticipantRoles.OfConferences, ConsentChannel = Channels.Phone },
        new(Channels.OnSiteVisit, "Visit") { IsSynchronous = true, Roles = ParticipantRoles.OfMeetings },
        new(Channels.Store, "Store") { IsSynchronous = true, Roles = ParticipantRoles.OfMeetings },
        new(Channels.Web, "Web"),
        new(Channels.Social, "Social network") { Address = ChannelAddress.Handle, Conversation = s_day },
    }.ToFrozenDictionary(c => c.Key);

    private readonly ConcurrentDictionary<ChannelKey, ChannelDefinition> _channels = new(s_builtIn);

    /// <summary>Every channel, by key.</summary>
    public IReadOnlyList<ChannelDefinition> All => [.. _channels.Values.OrderBy(c => c.Key.Value, StringComparer.Ordinal)];

    /// <summary>Adds a channel, or changes what holds for one.</summary>
    /// <param name="channel">The channel.</param>
    /// <exception cref="ArgumentException">The channel goes no way, or has a direction, role or address that is not defined, or a conversation that is over at once.</exception>
    public void Register(ChannelDefinition channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        Guard.Defined(channel.Address, nameof(channel.Address));
        if (channel.Directions.Count == 0 || !channel.Directions.All(Enum.IsDefined) || !channel.Roles.All(Enum.IsDefined) || channel.Conversation <= Duration.Zero)
        {
            throw new ArgumentException("A channel goes at least one way, its directions and roles are defined, and its conversations last.", nameof(channel));
        }

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
