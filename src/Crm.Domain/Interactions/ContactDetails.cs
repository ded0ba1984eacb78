using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>What is known of a contact that is to be recorded.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Direction">Who began it.</param>
/// <param name="Subject">One line: what it was about; at most 200 characters.</param>
public sealed record ContactDetails(CustomerId CustomerId, ChannelKey Channel, Direction Direction, string Subject)
{
    /// <summary>What was said or written.</summary>
    public string? Body { get; init; }

    /// <summary>When it began.</summary>
    /// <value>Null by default: now. Not in the future.</value>
    public Instant? At { get; init; }

    /// <summary>How long it took, for channels on which both sides speak at the same time.</summary>
    public Duration? Duration { get; init; }

    /// <summary>The organisation on whose behalf the customer spoke.</summary>
    public CustomerId? OrganisationId { get; init; }

    /// <summary>The care specialist the contact is tied to.</summary>
    /// <value>Null by default: the acting agent.</value>
    public string? AgentId { get; init; }

    /// <summary>The customer's number or address in this contact.</summary>
    public string? CustomerAddress { get; init; }

    /// <summary>Our number, mailbox or branch in this contact: the line that was dialled.</summary>
    public string? OurAddress { get; init; }

    /// <summary>The id of the message or call in the system that brought it, such as a Message-ID; unique per channel.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The <see cref="ExternalId"/> of the message that this one answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>What the messages of one conversation have in common.</summary>
    /// <value>Null by default: that of the message it answers where it was recorded, else <see cref="InReplyTo"/>, else its own <see cref="ExternalId"/>.</value>
    public string? ThreadKey { get; init; }

    /// <summary>Whether a machine wrote it: an auto-reply, a bounce, a confirmation of receipt.</summary>
    /// <value>False by default.</value>
    public bool IsAutomatic { get; init; }

    /// <summary>Whether it is a response to what the customer asked. What a machine wrote, and what does not go out, never is.</summary>
    /// <value>Null by default: what the channel says.</value>
    public bool? CountsAsResponse { get; init; }

    /// <summary>Who took part, each in a role that the channel has; at most <see cref="Interaction.MaxParticipants"/>.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<ContactParty> Participants { get; init; } = [];

    /// <summary>The files that came or went with it; at most <see cref="Interaction.MaxAttachments"/>.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<AttachedFile> Attachments { get; init; } = [];

    /// <summary>What is known of the call, on channels that take calls.</summary>
    public CallDetails? Call { get; init; }

    /// <summary>The record it was about: a case, an order, a knowledge item.</summary>
    public SubjectReference? About { get; init; }

    /// <summary>Who may read it besides staff.</summary>
    /// <value><see cref="Audience.Customer"/> by default: the customer who took part.</value>
    public Audience Audience { get; init; } = Audience.Customer;
}
