using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>What holds for every contact over one channel.</summary>
/// <param name="Key">The channel.</param>
/// <param name="Name">English name for people.</param>
public sealed record ChannelDefinition(ChannelKey Key, string Name)
{
    /// <summary>Which ways a contact can go.</summary>
    /// <value>In and out by default.</value>
    public IReadOnlyList<Direction> Directions { get; init; } = [Direction.Inbound, Direction.Outbound];

    /// <summary>The parts that somebody can have in a contact.</summary>
    /// <value>Sender and receiver by default; see <see cref="ParticipantRoles"/> for other sets.</value>
    public IReadOnlyList<ParticipantRole> Roles { get; init; } = ParticipantRoles.OfMessages;

    /// <summary>Where the channel reaches a customer.</summary>
    /// <value><see cref="ChannelAddress.None"/> by default.</value>
    public ChannelAddress Address { get; init; }

    /// <summary>Whether both sides speak at the same time, so that a duration makes sense.</summary>
    /// <value>False by default.</value>
    public bool IsSynchronous { get; init; }

    /// <summary>Whether a contact can be a call, which rings, is answered or is not.</summary>
    /// <value>False by default.</value>
    public bool TakesCalls { get; init; }

    /// <summary>Whether a contact from us to the customer is a response to what the customer asked.</summary>
    /// <value>True by default; false for a channel that brings many the same.</value>
    public bool CountsAsResponse { get; init; } = true;

    /// <summary>
    /// For how long a message that names no other continues the conversation before it, since many services name no thread: it goes
    /// into the case that the same sender wrote about, or was written to about, on this channel.
    /// </summary>
    /// <value>Null by default: never. A day for text messages, chats and social networks.</value>
    public Duration? Conversation { get; init; }

    /// <summary>The channel whose consent covers this one.</summary>
    /// <value>Null by default: this very channel.</value>
    public ChannelKey? ConsentChannel { get; init; }

    /// <summary>Whether the channel can carry a contact as described.</summary>
    /// <param name="contact">What is known of the contact.</param>
    /// <returns>The ruling; refused with <c>DirectionNotPermitted</c>, <c>RoleNotPermitted</c> or <c>CallNotPermitted</c>.</returns>
    public CrmRuling CanCarry(ContactDetails contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        if (Enum.IsDefined(contact.Direction) && !Directions.Contains(contact.Direction))
        {
            return CrmRuling.Refused(e => e.DirectionNotPermitted(Key.Value, e.NameOf(contact.Direction)));
        }

        if (contact.Participants.FirstOrDefault(p => Enum.IsDefined(p.Role) && !Roles.Contains(p.Role)) is { } stranger)
        {
            return CrmRuling.Refused(e => e.RoleNotPermitted(Key.Value, e.NameOf(stranger.Role)));
        }

        return contact.Call is not null && !TakesCalls ? CrmRuling.Refused(e => e.CallNotPermitted(Key.Value)) : CrmRuling.Permitted;
    }
}
