using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>Writes from templates, and sends through the sender of e-mail that the host registered.</summary>
internal sealed class AddressMessages(IMessageTemplateStore templates, IEnumerable<IMessageSender> senders, IMessageIdIssuer messageIds, OutboundOptions options, CrmActs acts) : IAddressMessages
{
    public async Task<CrmResult<SendOutcome>> SendAsync(AddressMessage message, CancellationToken cancellationToken)
    {
        if (await templates.FindAsync(message.TemplateKey, cancellationToken).ConfigureAwait(false) is not { } template)
        {
            return acts.Errors.TemplateNotFound(message.TemplateKey);
        }

        if (!template.CanWrite())
        {
            return acts.Errors.TemplateArchived(template.Key);
        }

        if (senders.LastOrDefault(s => s.Channel == Channels.Email) is not { } sender)
        {
            return acts.Errors.MessageSenderMissing(Channels.Email.Value);
        }

        var values = new TemplateValues();
        foreach (var (name, text) in message.Texts)
        {
            values.Set(name, text);
        }

        var version = template.VersionIn(message.Language);
        var (subject, body, html) = (
            MessageWriting.Render(version.Subject, TemplateFormat.Text, values, acts.Errors), MessageWriting.Render(version.Text, TemplateFormat.Text, values, acts.Errors)!,
            MessageWriting.Render(version.Html, TemplateFormat.Html, values, acts.Errors));
        var errors = new[] { subject, body, html }.OfType<CrmResult<string>>().SelectMany(r => r.Errors).ToList();
        if (errors.Count > 0)
        {
            return CrmResult<SendOutcome>.Failed(errors);
        }

        if (!SingleLine.TryClean(subject?.Value ?? MessageWriting.FirstLine(body.Value), Interaction.MaxSubjectLength, out var line) || line.Length == 0)
        {
            return acts.Errors.HeaderNotOneLine("subject");
        }

        var id = OutboundMessageId.From(message.Key);
        return await sender.SendAsync(
            new MessageToSend(id, Channels.Email, message.To.Value, message.To.Value, line, body.Value)
            {
                Purpose = template.Purpose, Html = html?.Value, MessageId = messageIds.Issue(id, null, options.MessageIdDomain), Headers = [new("Auto-Submitted", "auto-generated")],
            },
            cancellationToken).ConfigureAwait(false);
    }
}
