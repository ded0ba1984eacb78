using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Intake;

/// <summary>Makes a message fit to be stored, or says why it is not taken. Looks at nothing but the message.</summary>
internal sealed class MessageReader(IntakeOptions options, IChannelCatalog channels, ThreadReader threads, MessageTokens tokens, CrmErrorDescriber errors, Instant now)
{
    private const int MaxPreviewLength = 80;
    private static readonly Instant s_earliest = Instant.FromUtc(1990, 1, 1, 0, 0);

    private readonly HashSet<string> _own = [.. options.OwnAddresses.Select(a => EmailAddress.TryParse(a, out var email) ? email.Normalized : a.Trim())];

    public CrmResult<PreparedMessage> Read(InboundMessage message)
    {
        if (!channels.TryGet(message.Channel, out var channel))
        {
            return errors.ChannelUnknown(message.Channel.Value);
        }

        if (Refusal(message) is { } refused)
        {
            return refused;
        }

        var sender = SenderAddresses.Read(channel, message.From);
        if (sender is null && message.CustomerId is null)
        {
            return string.IsNullOrWhiteSpace(message.From?.Address) ? errors.SenderMissing() : errors.SenderInvalid(MessageTexts.Line(message.From.Address, MaxPreviewLength) ?? string.Empty);
        }

        if ((sender is not null && _own.Contains(sender.Key)) || tokens.Read(message.MessageId) is not null)
        {
            return errors.MessageIsOurs();
        }

        var whole = MessageTexts.Of(message);
        var body = whole is null ? null : MessageTexts.WithoutLinks(MessageTexts.Cut(whole, options.Limits.MaxBodyLength), options.Limits.MaxLinks) is var defused ? MessageTexts.Cut(defused, options.Limits.MaxBodyLength) : null;
        var subject = MessageTexts.Line(message.Subject, Interaction.MaxSubjectLength);
        var nature = NatureOf(message, channel);
        return new PreparedMessage(message, channel)
        {
            Identity = MessageIdentity.Of(message),
            Sender = sender,
            SenderName = MessageTexts.Line(message.From?.Name, Interaction.MaxSubjectLength),
            Parties = Parties(message, channel),
            OurAddress = message.To.Concat(message.Cc).Select(p => MessageTexts.Line(p.Address, Interaction.MaxAddressLength)).FirstOrDefault(a => a is not null),
            Subject = subject ?? Preview(body) ?? errors.NameOf(MessageSubject.NoSubject),
            SubjectBase = SubjectLine.Base(subject),
            At = message.SentAt is { } sent && sent >= s_earliest && sent <= now ? sent : now,
            Body = body,
            VisibleReply = body is null ? null : channel.Address == ChannelAddress.Email ? ReplyText.Read(body).Visible : body,
            IsTruncated = whole?.Length > options.Limits.MaxBodyLength,
            Nature = nature,
            Files = [.. message.Attachments.Select(FileOf).OfType<AttachedFile>()],
            Thread = threads.Read(message, nature),
        };
    }

    private CrmError? Refusal(InboundMessage message)
    {
        var limits = options.Limits;
        foreach (var (text, target) in new[] { (message.Subject, "subject"), (message.MessageId, "messageId"), (message.From?.Address, "from"), (message.From?.Name, "from") }
            .Concat(message.To.SelectMany(p => new[] { (p.Address, "to"), (p.Name, "to") })).Concat(message.Cc.SelectMany(p => new[] { (p.Address, "cc"), (p.Name, "cc") })))
        {
            if (MessageTexts.BreaksHeader(text))
            {
                return errors.HeaderBroken(target);
            }
        }

        var length = (long)(message.Text?.Length ?? 0) + (message.Html?.Length ?? 0) + message.Attachments.Sum(a => (long)(a.Text?.Length ?? 0));
        return length > limits.MaxTextLength ? errors.MessageTooLarge($"{length} characters")
            : message.Attachments.Count > limits.MaxAttachments ? errors.MessageTooLarge($"{message.Attachments.Count} attachments")
            : message.Attachments.Any(a => a.Size < 0) ? errors.InvalidValue("attachments", "A size is not negative.")
            : message.Attachments.Aggregate(0L, (sum, a) => sum > long.MaxValue - a.Size ? long.MaxValue : sum + a.Size) is var size && size > limits.MaxAttachmentBytes ? errors.MessageTooLarge($"{size} bytes")
            : null;
    }

    private MessageNature NatureOf(InboundMessage message, ChannelDefinition channel) => AutomaticMessages.Judge(
        channel.Address != ChannelAddress.Email
            ? new ReceivedMail(MailHeaders.None)
            : new ReceivedMail(message.Headers)
            {
                From = message.From?.Address,
                Subject = message.Subject,
                Parts = [.. message.Attachments.Where(a => a.ContentType is not null).Select(a => new MailPart(a.ContentType!, a.Text))],
            },
        channel.Address == ChannelAddress.Email ? options.TrustedHeaders : null);

    private List<ContactParty> Parties(InboundMessage message, ChannelDefinition channel) =>
    [
        .. new[] { (ParticipantRole.From, message.From) }.Concat(message.To.Select(p => (ParticipantRole.To, (MessageParty?)p))).Concat(message.Cc.Select(p => (ParticipantRole.Cc, (MessageParty?)p)))
            .Where(p => channel.Roles.Contains(p.Item1))
            .Select(p => new ContactParty(p.Item1, MessageTexts.Line(p.Item2?.Address, Interaction.MaxAddressLength), MessageTexts.Line(p.Item2?.Name, Interaction.MaxSubjectLength)))
            .Where(p => p.Address is not null || p.Name is not null)
            .Take(options.Limits.MaxReceivers + 1),
    ];

    private static AttachedFile? FileOf(InboundAttachment attachment)
    {
        if (attachment.StorageKey is not { } key || attachment.Sha256 is not { Length: 64 } hash || !hash.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        var type = MessageTexts.Line(attachment.ContentType?.Split(';')[0], InteractionAttachment.MaxContentTypeLength);
        return new(attachment.Name ?? string.Empty, type ?? "application/octet-stream", attachment.Size, hash, key);
    }

    private static string? Preview(string? body) => body is null ? null : MessageTexts.Line(body.Trim().Split('\n')[0], MaxPreviewLength);
}
