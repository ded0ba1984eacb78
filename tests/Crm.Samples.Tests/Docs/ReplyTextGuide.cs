using Crm.Domain.Interactions;

namespace Crm.Samples.Tests.Docs;

/// <summary>The code of docs/guides/reply-text.md.</summary>
public static class ReplyTextGuide
{
    public static string Answer(string? plainText, string html)
    {
        // docs: reply-text
        var body = plainText ?? MailHtml.ToText(html);
        var reply = ReplyText.Read(body);
        var shown = reply.Visible;                                     // what the author wrote
        var folded = reply.Fragments.Where(piece => piece.IsHidden);   // quotations, their header lines, signatures
        // docs: end
        return $"{shown}{folded.Count()}";
    }

    public static bool Counts(IEnumerable<KeyValuePair<string, string>> headers, string from, string subject)
    {
        // docs: automatic-messages
        var nature = AutomaticMessages.Judge(new ReceivedMail(new MailHeaders(headers)) { From = from, Subject = subject });
        if (nature.Delivery is { HasPermanentFailure: true } report)
        {
            var gone = report.Recipients.Where(recipient => recipient.IsPermanentFailure).Select(recipient => recipient.Address);
        }

        var countsAsAnswer = !nature.IsAutomatic;   // nature.Because says why not
        // docs: end
        return countsAsAnswer && nature.MayAutoReply;
    }
}
