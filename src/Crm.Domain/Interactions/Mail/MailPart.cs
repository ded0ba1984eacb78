namespace Crm.Domain.Interactions;

/// <summary>A part or attachment of a mail.</summary>
/// <param name="ContentType">Its type with or without parameters, such as <c>message/delivery-status</c>.</param>
/// <param name="Text">Its decoded text; null when it is not text or was not read.</param>
public sealed record MailPart(string ContentType, string? Text)
{
    internal bool Is(string type) => ContentType.AsSpan().Trim() is var whole
        && whole.StartsWith(type, StringComparison.OrdinalIgnoreCase)
        && (whole.Length == type.Length || whole[type.Length] is ';' or ' ' or '\t');
}
