namespace Crm.Domain.Interactions;

/// <summary>An attachment opened for reading. Whoever opened it disposes of it.</summary>
/// <param name="Name">The file's clean name.</param>
/// <param name="ContentType">Its media type, as the sender says. Serve it as a download, never as a page.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Content">The content.</param>
public sealed record AttachmentContent(string Name, string ContentType, long Size, Stream Content) : IAsyncDisposable
{
    /// <summary>Closes the content.</summary>
    /// <returns>When it is closed.</returns>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
