namespace Crm.Domain.Interactions;

/// <summary>What <see cref="AutomaticMessages"/> looks at in a mail.</summary>
/// <param name="Headers">Its header fields.</param>
public sealed record ReceivedMail(MailHeaders Headers)
{
    /// <summary>The address it says to come from.</summary>
    public string? From { get; init; }

    /// <summary>Its subject, decoded.</summary>
    public string? Subject { get; init; }

    /// <summary>Its parts and attachments besides the text; none by default.</summary>
    public IReadOnlyList<MailPart> Parts { get; init; } = [];
}
