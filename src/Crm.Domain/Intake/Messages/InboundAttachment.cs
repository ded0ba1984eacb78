namespace Crm.Domain.Intake;

/// <summary>A file that came with a message. The host puts its content into its attachment store first, and says where.</summary>
/// <param name="Name">The file's name, as the sender says.</param>
/// <param name="ContentType">Its media type, as the sender says; parameters are left out.</param>
/// <param name="Size">Size of the content in bytes.</param>
public sealed record InboundAttachment(string? Name, string? ContentType, long Size)
{
    /// <summary>Its text, decoded, where it is text: searched for references to cases, and for reports of mail systems. Not stored.</summary>
    public string? Text { get; init; }

    /// <summary>SHA-256 of the content: 64 hexadecimal digits. Without it and <see cref="StorageKey"/>, the interaction does not list the file.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The key under which the host's attachment store keeps the content.</summary>
    public string? StorageKey { get; init; }
}
