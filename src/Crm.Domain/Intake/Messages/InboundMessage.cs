using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Intake;

/// <summary>A message as it came in: a mail, a text message, a line of a chat, a form of the web site, a scanned letter or fax.</summary>
/// <param name="Channel">The channel that brought it.</param>
/// <param name="From">Who sent it, as it says itself; nobody believes it without more.</param>
public sealed record InboundMessage(ChannelKey Channel, MessageParty? From)
{
    /// <summary>Its id in the system that brought it; the Message-ID of a mail, with or without angle brackets.</summary>
    /// <value>Null by default: it is known again by its content.</value>
    public string? MessageId { get; init; }

    /// <summary>The id of the message that it answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The ids of the messages before it, oldest first.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>To whom it was sent: mailboxes of ours, and others.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<MessageParty> To { get; init; } = [];

    /// <summary>Who got a copy.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<MessageParty> Cc { get; init; } = [];

    /// <summary>Its subject, decoded.</summary>
    public string? Subject { get; init; }

    /// <summary>When it was sent, as it says. What lies in the future or before 1990 counts as sent now.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>Its plain text, decoded.</summary>
    public string? Text { get; init; }

    /// <summary>Its HTML, decoded; read where there is no plain text.</summary>
    public string? Html { get; init; }

    /// <summary>Its header fields.</summary>
    /// <value><see cref="MailHeaders.None"/> by default.</value>
    public MailHeaders Headers { get; init; } = MailHeaders.None;

    /// <summary>The files that came with it.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<InboundAttachment> Attachments { get; init; } = [];

    /// <summary>Who sent it, where the host knows that by better means than an address: the customer who is signed in, the number on a letter.</summary>
    public CustomerId? CustomerId { get; init; }
}
