using System.Security.Cryptography;
using Crm.Domain.Intake;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/bringing-your-mailbox-in.md.</summary>
internal static class MailboxGuide
{
    // docs: mailbox-options
    public static void Settle(CrmOptions options, string tokenKey)
    {
        options.Intake.TokenKey = tokenKey;                     // 32 random bytes as Base64, from your vault
        options.Intake.OwnAddresses.Add("help@shop.example");
        options.Intake.SearchCaseReferenceIn = CaseReferencePlaces.Body;
        options.CaseFollowUps.Policy = new FollowUpPolicy { ReopenWindowDays = 30 };
    }
    // docs: end

    // docs: mailbox-parsed
    /// <summary>What any MIME library knows of a mail. With MimeKit: a MimeMessage, its members in the comments.</summary>
    public sealed record ParsedMail(string? MessageId, string From, string FromName)   // MessageId, From.Mailboxes
    {
        public string? InReplyTo { get; init; }                                        // InReplyTo
        public IReadOnlyList<string> References { get; init; } = [];                   // References
        public IReadOnlyList<string> To { get; init; } = [];                           // To.Mailboxes
        public string? Subject { get; init; }                                          // Subject
        public DateTimeOffset? Date { get; init; }                                     // Date
        public string? TextBody { get; init; }                                         // TextBody
        public string? HtmlBody { get; init; }                                         // HtmlBody
        public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];         // Headers: Field and Value
        public IReadOnlyList<(string? Name, string Type, byte[] Content)> Parts { get; init; } = []; // Attachments and reports
    }
    // docs: end

    // docs: mailbox-message
    /// <summary>Contents go into the store first; what turns out to be a duplicate is taken out again.</summary>
    public static async Task<InboundMessage> ToMessageAsync(ParsedMail mail, IAttachmentStore store, CancellationToken cancellationToken)
    {
        var attachments = new List<InboundAttachment>();
        foreach (var (name, type, content) in mail.Parts)
        {
            attachments.Add(new InboundAttachment(name, type, content.Length)
            {
                Text = type.StartsWith("text/", StringComparison.Ordinal) || type.StartsWith("message/", StringComparison.Ordinal) ? System.Text.Encoding.UTF8.GetString(content) : null,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
                StorageKey = await store.PutAsync(new MemoryStream(content), cancellationToken),
            });
        }

        return new InboundMessage(Channels.Email, new MessageParty(mail.From, mail.FromName))
        {
            MessageId = mail.MessageId,
            InReplyTo = mail.InReplyTo,
            References = mail.References,
            To = [.. mail.To.Select(address => new MessageParty(address))],
            Subject = mail.Subject,
            SentAt = mail.Date is { } date ? Instant.FromDateTimeOffset(date) : null,
            Text = mail.TextBody,
            Html = mail.HtmlBody,
            Headers = new MailHeaders(mail.Headers),
            Attachments = attachments,
        };
    }
    // docs: end

    // docs: mailbox-take
    /// <summary>Takes one mail; true when the mailbox may forget it.</summary>
    public static async Task<bool> TakeAsync(MessageIntake intake, InboundMessage message, IAttachmentStore store, Func<IntakeResult, Task> answer, CancellationToken cancellationToken)
    {
        var taken = (await intake.TakeAsync(message, cancellationToken)).Value;   // one transaction, saves by itself
        if (taken.Outcome is IntakeOutcome.Duplicate or IntakeOutcome.Refused)
        {
            foreach (var file in message.Attachments)
            {
                await store.DeleteAsync(file.StorageKey!, cancellationToken);
            }
        }

        if (taken.MayAutoReply && taken.Outcome == IntakeOutcome.NewCase)
        {
            await answer(taken);
        }

        // Refused mail stays where people see it; a conflict goes away by itself.
        return taken.Outcome != IntakeOutcome.Refused || taken.Error!.Code == "MessageIsOurs";
    }
    // docs: end

    // docs: mailbox-send
    /// <summary>Records a mail to the customer under an id that leads every answer back to its case.</summary>
    public static async Task<(string MessageId, EmailAddress ReplyTo, string Subject)> SendAsync(
        ServiceCase about, string text, MessageTokens tokens, ICaseReferences references, ContactHistory history, ICrmUnitOfWork unitOfWork)
    {
        var id = tokens.NewMessageId(about.Id, "shop.example");
        var subject = $"{references.Write(about.Number)} {about.Subject}";
        (await history.RecordAsync(new ContactDetails(about.CustomerId, Channels.Email, Direction.Outbound, subject)
        {
            Body = text, ExternalId = id, About = about.ToSubject(),
        })).WithoutValue().ThrowIfFailed();
        (await unitOfWork.SaveAsync()).ThrowIfFailed();
        return (id, tokens.ReplyAddress(about.Id, EmailAddress.Parse("help@shop.example")), subject);
    }
    // docs: end
}
