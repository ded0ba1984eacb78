using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>What the sender's address says: mail systems, list servers, and addresses that take no answer.</summary>
internal static class AutomaticSenders
{
    private static readonly string[] s_mailSystems = ["mailer-daemon", "mail-daemon", "maildaemon", "mdaemon", "mailerdaemon"];

    // Compared without dots, hyphens and underscores.
    private static readonly string[] s_noReply =
    [
        "noreply", "noreplies", "donotreply", "dontreply", "noanswer", "keineantwort", "nichtantworten", "bittenichtantworten", "nepasrepondre", "nepasrépondre",
        "noresponder", "nocontestar", "nonrispondere", "naoresponda", "naoresponder", "nãoresponda", "nurăspundeți", "nuraspunde", "nuraspundeti",
        "svaraej", "svarainte", "nietbeantwoorden", "nietantwoorden", "svarikke", "ikkesvar", "älävastaa", "alavastaa", "nieodpowiadaj", "neodpovidat", "neodpovidejte",
    ];

    private static readonly string[] s_undeliverable =
    [
        "undeliverable", "undelivered", "delivery status notification", "delivery failure", "delivery has failed", "delivery notification", "mail delivery", "failure notice",
        "returned mail", "unzustellbar", "non remis", "non distribuable", "no se puede entregar", "no entregado", "non recapitabile", "mancato recapito", "não entregue",
        "não é possível entregar", "nelivrat", "nu se poate livra", "kan inte levereras", "olevererbart", "onbestelbaar", "kan ikke leveres", "uleverbar", "ei voitu toimittaa",
        "toimitus epäonnistui", "nie można dostarczyć", "nedoručitelné", "не удается доставить", "недоставленное", "配信不能", "配信できませんでした", "无法送达", "未传递", "無法傳遞",
    ];

    public static MessageNature? Read(ReceivedMail mail)
    {
        var local = LocalPart(mail.From);
        return IsNoReply(local) && (ReplyTo(mail) is not { Length: > 0 } other || IsNoReply(other))
                ? AutomaticHeaders.Automatic(MessageOrigin.Notification, "From", mail.From!)
            // RFC 3834 section 2 names these as addresses that a responder does not answer; a person can stand behind them.
            : IsNoReply(local) || local is "postmaster" or "listserv" or "majordomo" || local.StartsWith("owner-", StringComparison.Ordinal) || local.EndsWith("-request", StringComparison.Ordinal)
                ? MessageNature.Person with { MayAutoReply = false, Because = AutomaticHeaders.Shown("From", mail.From!) }
            : null;
    }

    /// <summary>Mail systems, which report without a machine-readable part.</summary>
    public static MessageNature? MailSystem(ReceivedMail mail)
    {
        var local = LocalPart(mail.From);
        return s_mailSystems.Contains(local) || ((local == "postmaster" || local.StartsWith("microsoftexchange", StringComparison.Ordinal)) && SaysUndelivered(mail))
            ? AutomaticHeaders.Automatic(MessageOrigin.Bounce, "From", mail.From!)
            : null;
    }

    private static bool SaysUndelivered(ReceivedMail mail)
    {
        var subject = FoldedText.Of(mail.Subject ?? "");
        return s_undeliverable.Any(words => subject.Contains(words, StringComparison.Ordinal));
    }

    private static bool IsNoReply(string local)
    {
        var plain = string.Concat(local.Where(char.IsLetter));
        return s_noReply.Any(name => plain.StartsWith(name, StringComparison.Ordinal) || plain.EndsWith(name, StringComparison.Ordinal));
    }

    private static string? ReplyTo(ReceivedMail mail) => mail.Headers.First("Reply-To") is { } address ? LocalPart(address) : null;

    /// <summary>The folded part before the at sign of <c>name@host</c> or <c>Name &lt;name@host&gt;</c>; empty when there is none.</summary>
    private static string LocalPart(string? address)
    {
        var text = FoldedText.Of(address ?? "");
        var start = text.LastIndexOf('<') + 1;
        var at = text.LastIndexOf('@');
        return at > start ? text[start..at].Trim(' ', '"') : text[start..].Trim(' ', '"', '>');
    }
}
