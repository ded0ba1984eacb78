using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>A file that came or went with a contact, by reference. Part of <see cref="Interaction"/>.</summary>
public sealed class InteractionAttachment
{
    /// <summary>Longest media type: type and subtype of 127 characters each (RFC 6838, section 4.2).</summary>
    public const int MaxContentTypeLength = 255;

    /// <summary>Longest storage key.</summary>
    public const int MaxKeyLength = 200;

    private InteractionAttachment() => (Name, ContentType, Sha256, StorageKey) = (null!, null!, null!, null!);

    internal InteractionAttachment(int number, AttachedFile file)
    {
        Number = number;
        Name = AttachmentName.Clean(file.Name);
        ContentType = Guard.Line(file.ContentType, MaxContentTypeLength).ToLowerInvariant();
        ArgumentOutOfRangeException.ThrowIfNegative(file.Size, nameof(file.Size));
        Size = file.Size;
        Sha256 = file.Sha256 is { Length: 64 } hash && hash.All(char.IsAsciiHexDigit)
            ? hash.ToLowerInvariant()
            : throw new ArgumentException("The SHA-256 of the content has 64 hexadecimal digits.", nameof(file.Sha256));
        StorageKey = Guard.Line(file.StorageKey, MaxKeyLength);
    }

    /// <summary>Place among the attachments, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The file's name, cleaned by <see cref="AttachmentName"/>.</summary>
    public string Name { get; private set; }

    /// <summary>Its media type, in lower case, as the sender says: never trust it to show content in a browser.</summary>
    public string ContentType { get; private set; }

    /// <summary>Size of the content in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the content: 64 hexadecimal digits in lower case.</summary>
    public string Sha256 { get; private set; }

    /// <summary>The key under which the <see cref="IAttachmentStore"/> keeps the content.</summary>
    public string StorageKey { get; private set; }
}
