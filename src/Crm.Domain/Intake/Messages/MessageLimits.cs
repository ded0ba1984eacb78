namespace Crm.Domain.Intake;

/// <summary>How much a message can bring. What is above is refused or cut, as each limit says.</summary>
public sealed record MessageLimits
{
    /// <summary>Most characters of its texts together, attached texts included; a longer message is refused with <c>MessageTooLarge</c>.</summary>
    /// <value>20,000,000 by default.</value>
    public long MaxTextLength { get; init; } = 20_000_000;

    /// <summary>Most characters of its text that are kept; the rest is cut off and the result says so.</summary>
    /// <value>1,000,000 by default, which is as much as an interaction keeps.</value>
    public int MaxBodyLength { get; init; } = 1_000_000;

    /// <summary>Most attachments; a message with more is refused with <c>MessageTooLarge</c>.</summary>
    /// <value>100 by default.</value>
    public int MaxAttachments { get; init; } = 100;

    /// <summary>Most bytes of its attachments together; a message with more is refused with <c>MessageTooLarge</c>.</summary>
    /// <value>50 MB by default.</value>
    public long MaxAttachmentBytes { get; init; } = 50_000_000;

    /// <summary>Most receivers that are kept; more are left out.</summary>
    /// <value>100 by default.</value>
    public int MaxReceivers { get; init; } = 100;

    /// <summary>Most links that stay as they are; in a text with more, none can be followed by a click (<c>hxxps://…</c>).</summary>
    /// <value>200 by default.</value>
    public int MaxLinks { get; init; } = 200;
}
