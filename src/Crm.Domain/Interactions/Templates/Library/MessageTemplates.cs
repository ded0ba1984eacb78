using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>Keeps message templates. What a template may name is checked when it is written, so that a mistake is seen by who makes it.</summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class MessageTemplates(IMessageTemplateStore templates, MessageVocabulary vocabulary, IChannelCatalog channels, CrmActs acts)
{
    /// <summary>What a template says of itself: channel and purpose.</summary>
    /// <param name="key">The template.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The details; null when there is no such template.</returns>
    public async Task<MessageTemplateDetails?> DetailsAsync(string key, CancellationToken cancellationToken = default) =>
        await templates.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } found ? new MessageTemplateDetails(found.Key, found.Channel, found.Purpose) : null;

    /// <summary>The names that templates may use.</summary>
    public TemplateVocabulary Vocabulary => vocabulary.All;

    /// <summary>Writes a template, or a new version of one in a language that it has or another.</summary>
    /// <param name="details">What it is for; of one that is there, channel and purpose stay.</param>
    /// <param name="content">What it says.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The template, or <c>ActNotAllowed</c>, <c>ChannelUnknown</c>, <c>VersionConflict</c>, <c>TemplateArchived</c>, <c>InvalidValue</c>, and the errors of
    /// <see cref="TemplateText.Parse"/>.</returns>
    public Task<CrmResult<MessageTemplate>> WriteAsync(
        MessageTemplateDetails details, MessageTemplateContent content, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(content);
        return acts.MakeAsync<MessageTemplate>(
            "interactions.write-template",
            async now =>
            {
                if (!channels.TryGet(details.Channel, out _))
                {
                    return acts.Errors.ChannelUnknown(details.Channel.Value);
                }

                if (Mistakes(content) is { Count: > 0 } mistakes)
                {
                    return CrmResult<MessageTemplate>.Failed(mistakes);
                }

                if (await templates.FindAsync(MessageTemplate.Named(details.Key, MessageTemplate.MaxKeyLength, nameof(details.Key)), cancellationToken).ConfigureAwait(false) is not { } known)
                {
                    var written = new MessageTemplate(MessageTemplateId.New(now), details, content, acts.Gate.Actor.Id, now);
                    templates.Add(written);
                    return written;
                }

                if (expectedVersion is { } expected && expected != known.Version)
                {
                    return acts.Errors.VersionConflict($"{nameof(MessageTemplate)} {known.Key}");
                }

                known.Write(content, acts.Gate.Actor.Id, now);
                return known;
            },
            cancellationToken);
    }

    /// <summary>Finds a template; for staff.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The template; null when there is none or the actor may not read it.</returns>
    public async Task<MessageTemplate?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything ? await templates.FindAsync(key, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists templates by key; for staff.</summary>
    /// <param name="withArchived">Whether those that are archived are listed too.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The templates; none when the actor may not read them.</returns>
    public async Task<IReadOnlyList<MessageTemplateSummary>> ListAsync(bool withArchived = false, CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything ? await templates.ListAsync(withArchived, cancellationToken).ConfigureAwait(false) : [];

    /// <summary>Uses a template no more.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The template, or <c>ActNotAllowed</c>, <c>TemplateNotFound</c>, <c>TemplateArchived</c>.</returns>
    public Task<CrmResult<MessageTemplate>> ArchiveAsync(string key, CancellationToken cancellationToken = default) => acts.ChangeAsync(
        "interactions.archive-template", templates.FindAsync(key, cancellationToken), e => e.TemplateNotFound(key), null, t => t.CanWrite(), (t, now) => t.Archive(now), cancellationToken);

    /// <summary>Uses a template again.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The template, or <c>ActNotAllowed</c>, <c>TemplateNotFound</c>, <c>TemplateNotArchived</c>.</returns>
    public Task<CrmResult<MessageTemplate>> RestoreAsync(string key, CancellationToken cancellationToken = default) => acts.ChangeAsync(
        "interactions.restore-template", templates.FindAsync(key, cancellationToken), e => e.TemplateNotFound(key), null, t => t.CanRestore(), (t, now) => t.Restore(now), cancellationToken);

    private List<CrmError> Mistakes(MessageTemplateContent content) =>
    [
        .. new[] { ("subject", content.Subject, TemplateFormat.Text), ("text", content.Text, TemplateFormat.Text), ("html", content.Html, TemplateFormat.Html) }
            .Where(part => part.Item2 is not null)
            .SelectMany(part => TemplateText.Parse(part.Item2!, part.Item3, vocabulary.All, acts.Errors).Errors.Select(e => e with { Target = part.Item1 })),
    ];
}
