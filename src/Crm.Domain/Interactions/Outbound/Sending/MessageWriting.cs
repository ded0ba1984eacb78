using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>Turns drafts into what is sent: finds the recipient and the template, and lets values stand in it.</summary>
internal sealed class MessageWriting(IMessageRecipients recipients, IMessageTemplateStore templates, IEnumerable<IMessageValueSource> sources, IChannelCatalog channels, CrmActs acts)
{
    public async Task<CrmResult<WrittenMessage>> WriteAsync(MessageDraft draft, CancellationToken cancellationToken)
    {
        if (await recipients.FindAsync(draft.CustomerId, cancellationToken).ConfigureAwait(false) is not { } recipient)
        {
            return acts.Errors.CustomerNotFound(draft.CustomerId.ToString());
        }

        var written = draft.TemplateKey is null ? Free(draft) : await FromTemplateAsync(draft, recipient, cancellationToken).ConfigureAwait(false);
        if (!written.TryGetValue(out var made))
        {
            return CrmResult<WrittenMessage>.Failed(written.Errors);
        }

        var (channel, purpose, version, language, subject, text, html) = made;
        if (!channels.TryGet(channel, out var known))
        {
            return acts.Errors.ChannelUnknown(channel.Value);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return acts.Errors.InvalidValue("text", "A message has a body.");
        }

        // A value with a line break in a subject would be another header field.
        var line = string.IsNullOrWhiteSpace(subject) ? FirstLine(text) : subject;
        if (!SingleLine.TryClean(line, Interaction.MaxSubjectLength, out var clean) || clean.Length == 0)
        {
            return acts.Errors.HeaderNotOneLine("subject");
        }

        var details = new OutboundDetails(recipient.CustomerId, channel, purpose)
        {
            About = draft.About, IsAutomatic = draft.IsAutomatic, InReplyTo = draft.InReplyTo, SendAt = draft.SendAt, Audience = draft.Audience,
            TemplateKey = draft.TemplateKey, TemplateVersion = version, Language = language,
        };
        return new WrittenMessage(details, recipient, known.Address, new OutboundContent(clean, text, html));
    }

    private CrmResult<Parts> Free(MessageDraft draft) => draft.Channel is null
        ? acts.Errors.InvalidValue("channel", "A message in free words names its channel.")
        : new Parts(draft.Channel, draft.Purpose ?? string.Empty, null, draft.Language, draft.Subject, draft.Text ?? string.Empty, null);

    private async Task<CrmResult<Parts>> FromTemplateAsync(MessageDraft draft, MessageRecipient recipient, CancellationToken cancellationToken)
    {
        var template = await templates.FindAsync(draft.TemplateKey!, cancellationToken).ConfigureAwait(false);
        if (template is null || !template.CanWrite())
        {
            return template is null ? acts.Errors.TemplateNotFound(draft.TemplateKey!) : acts.Errors.TemplateArchived(template.Key);
        }

        var version = template.VersionIn(draft.Language ?? recipient.Language);
        var values = new TemplateValues();
        foreach (var source in sources)
        {
            await source.FillAsync(new MessageValueQuestion(recipient, draft.About, version.Language), values, cancellationToken).ConfigureAwait(false);
        }

        draft.Values?.CopyTo(values);
        var (subject, text, html) = (Render(version.Subject, TemplateFormat.Text, values, acts.Errors), Render(version.Text, TemplateFormat.Text, values, acts.Errors), Render(version.Html, TemplateFormat.Html, values, acts.Errors));
        var errors = new[] { subject, text, html }.OfType<CrmResult<string>>().SelectMany(r => r.Errors).ToList();
        return errors.Count > 0
            ? CrmResult<Parts>.Failed(errors)
            : new Parts(template.Channel, template.Purpose, version.Number, version.Language, subject?.Value, text!.Value, html?.Value);
    }

    internal static CrmResult<string>? Render(string? template, TemplateFormat format, TemplateValues values, CrmErrorDescriber errors)
    {
        if (template is null)
        {
            return null;
        }

        var parsed = TemplateText.Parse(template, format, null, errors);
        return parsed.TryGetValue(out var read) ? read.Render(values, errors) : CrmResult<string>.Failed(parsed.Errors);
    }

    internal static string FirstLine(string text)
    {
        var line = text.Trim().Split('\n', '\r')[0].Replace('\t', ' ');
        return line.Length <= 100 ? line : string.Concat(line.EnumerateRunes().Take(100).Select(r => r.ToString()));
    }

    private sealed record Parts(ChannelKey Channel, string Purpose, int? Version, LanguageTag? Language, string? Subject, string Text, string? Html);
}
