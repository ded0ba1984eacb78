namespace Crm.Domain.Interactions;

/// <summary>A file that came or went with a contact. Its content is in an <see cref="IAttachmentStore"/>.</summary>
/// <param name="Name">The file's name, as somebody sent it; it is cleaned by <see cref="AttachmentName"/> when it is recorded.</param>
/// <param name="ContentType">Its media type, such as <c>application/pdf</c>; at most 255 characters.</param>
/// <param name="Size">Size of the content in bytes.</param>
/// <param name="Sha256">SHA-256 of the content: 64 hexadecimal digits.</param>
/// <param name="StorageKey">The key under which the store keeps the content; at most 200 characters.</param>
public sealed record AttachedFile(string Name, string ContentType, long Size, string Sha256, string StorageKey);
