namespace Crm.Domain.Interactions;

/// <summary>
/// Header fields by which the host's own mail gateway says what a message is. Anyone can write such a field, so pass them to
/// <see cref="AutomaticMessages.Judge"/> only for mail from a source that removes or sets them.
/// </summary>
public sealed record TrustedMailHeaders
{
    /// <summary>The field that says whether a message is automatic: <c>true</c> or <c>false</c>.</summary>
    /// <value><c>x-tts-is-auto-response</c> by default.</value>
    public string IsAutomatic { get; init; } = "x-tts-is-auto-response";

    /// <summary>The field that says whether an automatic answer may be sent: <c>true</c> or <c>false</c>.</summary>
    /// <value><c>x-tts-send-auto-response</c> by default.</value>
    public string MayAutoReply { get; init; } = "x-tts-send-auto-response";

    internal static bool? Read(MailHeaders headers, string name) => headers.First(name) is { } value && bool.TryParse(value, out var flag) ? flag : null;
}
