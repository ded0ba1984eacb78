using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Keeps the content of attachments in the host's <see cref="IAttachmentStore"/>, and opens it for those who may read the contact.</summary>
/// <remarks>Scoped service. Content that was kept for a contact that is then not saved stays in the store, unseen, until the host removes it.</remarks>
[FrontDoor]
public sealed class AttachmentShelf(IInteractionStore interactions, AttachmentOptions options, CrmActs acts, IAttachmentStore? store = null)
{
    /// <summary>Keeps content, and measures it, to be named in <see cref="ContactDetails.Attachments"/>.</summary>
    /// <param name="name">The file's name, as somebody sent it.</param>
    /// <param name="contentType">Its media type, as the sender says.</param>
    /// <param name="content">The content, read from where it stands to its end.</param>
    /// <param name="cancellationToken">Cancels; nothing is kept then.</param>
    /// <returns>The file, or <c>ActNotAllowed</c>, <c>AttachmentStoreMissing</c>, <c>AttachmentTooLarge</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<AttachedFile>> KeepAsync(string name, string contentType, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return acts.MakeAsync<AttachedFile>("interactions.keep-attachment", async _ =>
        {
            if (store is null)
            {
                return acts.Errors.AttachmentStoreMissing();
            }

            var (clean, type) = (AttachmentName.Clean(name), Guard.Line(contentType, InteractionAttachment.MaxContentTypeLength));
            var measured = new MeasuredStream(content, options.MaxSize);
            await using var leaving = measured.ConfigureAwait(false);
            try
            {
                var key = await store.PutAsync(measured, cancellationToken).ConfigureAwait(false);
                return new AttachedFile(clean, type, measured.Size, measured.Sha256(), key);
            }
            catch (IOException) when (measured.IsTooLarge)
            {
                return acts.Errors.AttachmentTooLarge(clean, options.MaxSize);
            }
        }, cancellationToken);
    }

    /// <summary>Opens an attachment of a contact.</summary>
    /// <param name="id">The interaction.</param>
    /// <param name="number">Number of the attachment.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The content; null when there is none or the actor may not read the contact.</returns>
    public async Task<AttachmentContent?> OpenAsync(InteractionId id, int number, CancellationToken cancellationToken = default)
    {
        var contact = await interactions.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return store is not null && contact is not null && acts.Gate.MayRead(contact.Audience) && acts.Gate.Readable.Includes(contact.CustomerId.ToSubject())
            && contact.Attachments.FirstOrDefault(a => a.Number == number) is { } attachment
            && await store.OpenAsync(attachment.StorageKey, cancellationToken).ConfigureAwait(false) is { } content
                ? new AttachmentContent(attachment.Name, attachment.ContentType, attachment.Size, content)
                : null;
    }
}
