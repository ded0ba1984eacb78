namespace Crm.Domain.Interactions;

/// <summary>Keeps the content of attachments. The host provides one: a folder, a bucket, a table.</summary>
/// <remarks>Content is kept under new keys only and never changed, so that a retried act does no harm.</remarks>
public interface IAttachmentStore
{
    /// <summary>Keeps content.</summary>
    /// <param name="content">The content, read from where it stands to its end.</param>
    /// <param name="cancellationToken">Cancels; nothing is kept then.</param>
    /// <returns>The key under which it is kept, at most <see cref="InteractionAttachment.MaxKeyLength"/> characters, that nobody can guess.</returns>
    Task<string> PutAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>Opens content for reading.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The content, to be disposed of by the caller; null when there is none.</returns>
    Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken);

    /// <summary>Removes content; it is no error when there is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>When it is gone.</returns>
    Task DeleteAsync(string key, CancellationToken cancellationToken);
}
