using Crm.Domain.Interactions;
using Crm.Domain.Primitives;

namespace Crm.Domain.Knowledge;

/// <summary>A file that belongs to a knowledge item, by reference. Part of <see cref="KnowledgeItem"/>.</summary>
public sealed class KnowledgeFile
{
    private KnowledgeFile() => (Name, ContentType, Sha256, StorageKey) = (null!, null!, null!, null!);

    internal KnowledgeFile(int number, AttachedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        Number = number;
        Name = AttachmentName.Clean(file.Name);
        ContentType = Guard.Line(file.ContentType, InteractionAttachment.MaxContentTypeLength).ToLowerInvariant();
        ArgumentOutOfRangeException.ThrowIfNegative(file.Size, nameof(file.Size));
        Size = file.Size;
        Sha256 = file.Sha256 is { Length: 64 } hash && hash.All(char.IsAsciiHexDigit)
            ? hash.ToLowerInvariant()
            : throw new ArgumentException("The SHA-256 of the content has 64 hexadecimal digits.", nameof(file.Sha256));
        StorageKey = Guard.Line(file.StorageKey, InteractionAttachment.MaxKeyLength);
    }

    /// <summary>Counts the files of the item, from 1; never given twice.</summary>
    public int Number { get; private set; }

    /// <summary>The file's name, cleaned by <see cref="AttachmentName"/>.</summary>
    public string Name { get; private set; }

    /// <summary>Its media type, in lower case, as the uploader says: never trust it to show content in a browser.</summary>
    public string ContentType { get; private set; }

    /// <summary>Size of the content in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the content: 64 hexadecimal digits in lower case.</summary>
    public string Sha256 { get; private set; }

    /// <summary>The key under which the <see cref="IAttachmentStore"/> keeps the content.</summary>
    public string StorageKey { get; private set; }
}
