namespace Crm.Domain.Interactions;

/// <summary>
/// Tells messages that programs wrote from those that people wrote, by what they say of themselves: reports of mail systems (RFC 3462,
/// 3464, 5965, 8098), <c>Auto-Submitted</c> (RFC 3834, 5436), list fields (RFC 2369, 2919), <c>Precedence</c>, the fields of common
/// responders, the null return path, the sender's name, and last the subject.
/// </summary>
public static class AutomaticMessages
{
    private static readonly Func<ReceivedMail, MessageNature?>[] s_signs =
    [
        MailReports.Read,
        AutomaticSenders.MailSystem,
        AutomaticHeaders.AutoSubmitted,
        AutomaticHeaders.Responder,
        AutomaticHeaders.NullReturnPath,
        AutomaticHeaders.List,
        AutomaticHeaders.Precedence,
        AutomaticSenders.Read,
        AutomaticSubjects.Read,
        AutomaticHeaders.Suppressed,
    ];

    /// <summary>Judges a message.</summary>
    /// <param name="mail">What is known of it.</param>
    /// <param name="trusted">
    /// The fields with which the host's gateway overrides the outcome; null, the default, when the message comes from anywhere.
    /// <see cref="TrustedMailHeaders.IsAutomatic"/> replaces <see cref="MessageNature.IsAutomatic"/> and what follows from it;
    /// <see cref="TrustedMailHeaders.MayAutoReply"/> replaces <see cref="MessageNature.MayAutoReply"/> alone.
    /// </param>
    /// <returns>What made it, whether it counts as a response, and whether it may be answered automatically.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mail"/> is null.</exception>
    public static MessageNature Judge(ReceivedMail mail, TrustedMailHeaders? trusted = null)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var nature = s_signs.Select(sign => sign(mail)).FirstOrDefault(found => found is not null) ?? MessageNature.Person;
        return trusted is null ? nature : Overridden(nature, mail.Headers, trusted);
    }

    private static MessageNature Overridden(MessageNature nature, MailHeaders headers, TrustedMailHeaders trusted)
    {
        if (TrustedMailHeaders.Read(headers, trusted.IsAutomatic) is { } isAutomatic && isAutomatic != nature.IsAutomatic)
        {
            nature = isAutomatic
                ? new(MessageOrigin.Notification, IsAutomatic: true, MayAutoReply: false) { Because = $"{trusted.IsAutomatic}: true" }
                : MessageNature.Person with { Because = $"{trusted.IsAutomatic}: false" };
        }

        return TrustedMailHeaders.Read(headers, trusted.MayAutoReply) is { } mayAutoReply && mayAutoReply != nature.MayAutoReply
            ? nature with { MayAutoReply = mayAutoReply, Because = nature.Because ?? $"{trusted.MayAutoReply}: {(mayAutoReply ? "true" : "false")}" }
            : nature;
    }
}
