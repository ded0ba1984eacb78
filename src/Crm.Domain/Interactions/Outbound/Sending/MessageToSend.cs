namespace Crm.Domain.Interactions;

/// <summary>A message as its sender gets it.</summary>
/// <param name="Id">The message.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Recipient">Name of whom it goes to.</param>
/// <param name="Address">The address, number, or lines of a postal address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The body as plain text.</param>
public sealed record MessageToSend(OutboundMessageId Id, ChannelKey Channel, string Recipient, string Address, string Subject, string Text)
{
    /// <summary>The same in every try of one message: a sender that knows it sends nothing and answers as before.</summary>
    public string IdempotencyKey => Id.ToString();

    /// <summary>Which try it is, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The purpose.</summary>
    public string Purpose { get; init; } = string.Empty;

    /// <summary>The body as HTML; null for plain text alone.</summary>
    public string? Html { get; init; }

    /// <summary>The Message-ID to send it under.</summary>
    public string MessageId { get; init; } = string.Empty;

    /// <summary>The Message-ID that it answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Header fields to send with it, each of one line, such as <c>Auto-Submitted</c> of RFC 3834.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The message as it stands.</summary>
    internal static MessageToSend Of(OutboundMessage message) => new(message.Id, message.Channel, message.Recipient, message.Address, message.Subject, message.Text)
    {
        Attempt = message.Attempts + 1,
        Purpose = message.Purpose,
        Html = message.Html,
        MessageId = message.MessageId,
        InReplyTo = message.InReplyTo,
        Headers = message.IsAutomatic ? [new("Auto-Submitted", message.InReplyTo is null ? "auto-generated" : "auto-replied")] : [],
    };
}
