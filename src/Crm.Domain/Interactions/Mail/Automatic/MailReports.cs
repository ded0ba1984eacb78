using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>Reads the reports of mail systems and mail programs.</summary>
internal static class MailReports
{
    public static MessageNature? Read(ReceivedMail mail)
    {
        var type = mail.Headers.First("Content-Type");

        // A person who forwards a report attaches it to a mail of another type.
        if (type is not null && !type.StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase))
        {
            return FailedRecipients(mail);
        }

        return Part(mail, "message/delivery-status", "message/global-delivery-status") is { } delivery ? Delivery(mail, delivery)
            : Has(mail, type, "disposition-notification") ? Report(MessageOrigin.ReadReceipt, "disposition-notification")
            : Has(mail, type, "feedback-report") ? Report(MessageOrigin.Complaint, "feedback-report")
            : FailedRecipients(mail)
                ?? (Has(mail, type, "delivery-status") ? Report(MessageOrigin.Bounce, "delivery-status") : null);
    }

    private static MessageNature Delivery(ReceivedMail mail, MailPart part)
    {
        var report = new DeliveryReport(
        [
            .. HeaderFields.Blocks(part.Text ?? "")
                .Where(block => (block.First("Final-Recipient") ?? block.First("Original-Recipient")) is not null)
                .Select(Outcome),
        ])
        {
            OriginalMessageId = OriginalMessageId(mail),
        };
        var origin = report.Recipients.Count == 0 || report.Recipients.Any(recipient => recipient.IsFailure) ? MessageOrigin.Bounce : MessageOrigin.DeliveryNotice;
        return Report(origin, "delivery-status") with { Delivery = report };
    }

    private static RecipientOutcome Outcome(MailHeaders block) => new(
        Address(block.First("Final-Recipient") ?? block.First("Original-Recipient")!),
        FoldedText.Of(Word(block.First("Action") ?? "failed")),
        block.First("Status") is { Length: > 0 } status ? Word(status) : null,
        block.First("Diagnostic-Code") is { Length: > 0 } code ? AfterType(code) : null);

    // Exim names the failed recipients in a header of its own and sends no machine-readable part before version 4.93.
    private static MessageNature? FailedRecipients(ReceivedMail mail)
    {
        var addresses = mail.Headers["X-Failed-Recipients"]
            .SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        return addresses.Count == 0
            ? null
            : AutomaticHeaders.Automatic(MessageOrigin.Bounce, "X-Failed-Recipients", addresses[0]) with
            {
                Delivery = new DeliveryReport([.. addresses.Select(address => new RecipientOutcome(address, "failed", null, null))])
                {
                    OriginalMessageId = OriginalMessageId(mail),
                },
            };
    }

    private static string? OriginalMessageId(ReceivedMail mail) =>
        Part(mail, "text/rfc822-headers", "message/rfc822", "message/global-headers", "message/global")?.Text is { } returned
            ? HeaderFields.Blocks(returned).Select(block => block.First("Message-ID")).FirstOrDefault()
            : null;

    private static MailPart? Part(ReceivedMail mail, params ReadOnlySpan<string> types)
    {
        foreach (var type in types)
        {
            if (mail.Parts.FirstOrDefault(part => part.Is(type)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool Has(ReceivedMail mail, string? type, string report) =>
        Part(mail, $"message/{report}") is not null || type?.Contains(report, StringComparison.OrdinalIgnoreCase) == true;

    private static MessageNature Report(MessageOrigin origin, string kind) => AutomaticHeaders.Automatic(origin, "Content-Type", $"multipart/report; {kind}");

    private static string Address(string field) => AfterType(field).Trim('<', '>', ' ');

    /// <summary>The value after the type that RFC 3464 puts before it: <c>rfc822; name@example.org</c>, <c>smtp; 550 …</c>.</summary>
    private static string AfterType(string field) => field.IndexOf(';', StringComparison.Ordinal) is >= 0 and var end ? field[(end + 1)..].Trim() : field;

    private static string Word(string value) => value.AsSpan().IndexOfAny(' ', '\t', '(') is > 0 and var end ? value[..end] : value;
}
