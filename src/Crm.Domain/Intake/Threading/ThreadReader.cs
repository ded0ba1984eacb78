using Crm.Domain.Interactions;
using Crm.Domain.Service;

namespace Crm.Domain.Intake;

/// <summary>Reads from a message alone which case it may belong to.</summary>
internal sealed class ThreadReader(ICaseReferences references, MessageTokens tokens, CaseReferencePlaces places)
{
    private const int MostEarlier = 50;

    private static readonly string[] s_deliveredTo = ["Delivered-To", "X-Original-To", "Envelope-To"];

    public MessageThread Read(InboundMessage message, MessageNature nature)
    {
        var earlier = MessageIds.All(message.InReplyTo).Concat(message.References.SelectMany(MessageIds.All).Reverse())
            .Concat(MessageIds.All(nature.Delivery?.OriginalMessageId)).Distinct(StringComparer.Ordinal).Take(MostEarlier).ToList();
        var signed = earlier.Concat(message.To.Concat(message.Cc).Select(p => p.Address).OfType<string>()).Concat(s_deliveredTo.SelectMany(name => message.Headers[name]))
            .Select(tokens.Read).FirstOrDefault(id => id is not null);
        return new(
            signed,
            earlier,
            references.Find(message.Subject ?? string.Empty),
            places.HasFlag(CaseReferencePlaces.Body) ? Find([message.Text, Seen(message.Html)]) : [],
            places.HasFlag(CaseReferencePlaces.Attachments) ? Find(message.Attachments.Select(TextOf)) : []);
    }

    private List<CaseNumber> Find(IEnumerable<string?> texts) => [.. texts.OfType<string>().SelectMany(references.Find).Distinct()];

    // A picture can hold the letters of a number by chance, and an attribute what nobody sees.
    private static string? TextOf(InboundAttachment attachment) => attachment.ContentType?.Trim() is not { } type || !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ? null
        : type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) ? Seen(attachment.Text)
        : attachment.Text;

    private static string? Seen(string? html) => html is null ? null : MailHtml.ToText(html);
}
