using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>Subjects that responders write, in the languages of common mail programs. A person can write them too, so they come last.</summary>
internal static class AutomaticSubjects
{
    /// <summary>What mail servers put before the subject that they answer, followed by a colon.</summary>
    private static readonly string[] s_prefixes =
    [
        "automatic reply", "automatic response", "auto reply", "auto-reply", "autoreply", "auto response", "auto-response", "autoresponse", "out of office", "out-of-office",
        "out of office autoreply", "out of office reply", "vacation reply", "automatische antwort", "automatische rückantwort", "abwesenheitsnotiz", "automatische abwesenheitsnotiz",
        "réponse automatique", "réponse auto", "message d'absence", "risposta automatica", "respuesta automática", "respuesta automatica", "resposta automática", "resposta automatica",
        "răspuns automat", "raspuns automat", "autosvar", "automatiskt svar", "frånvaromeddelande", "automatisch antwoord", "automatisch bericht", "afwezigheidsbericht",
        "automatisk svar", "automatisk besvarelse", "fraværsmelding", "fraværsmeddelelse", "automaattinen vastaus", "poissaoloilmoitus", "automatyczna odpowiedź",
        "odpowiedź automatyczna", "autom. odpowiedź", "automatická odpověď", "автоматический ответ", "автоответ", "自動応答", "自動返信", "自动答复", "自动回复", "自動回覆", "自動答覆", "自動回應",
    ];

    /// <summary>How people head their absence; weak, because a customer can write of an absence.</summary>
    private static readonly string[] s_absences =
    [
        "out of office", "out of the office", "on vacation", "on annual leave", "away from the office", "away from my mail", "abwesenheit", "abwesend", "nicht im büro", "außer haus", "im urlaub",
        "absence du bureau", "absent du bureau", "absence", "en congé", "fuori sede", "fuori ufficio", "assenza", "in ferie", "fuera de la oficina", "fuera de oficina", "ausencia", "de vacaciones",
        "fora do escritório", "ausência", "de férias", "absent de la birou", "în concediu", "in concediu", "ej på kontoret", "frånvaro", "på semester", "afwezig", "niet aanwezig", "met vakantie", "op vakantie",
        "ikke til stede", "ikke på kontoret", "på ferie", "fravær", "poissa", "lomalla", "nieobecność", "poza biurem", "na urlopie", "mimo kancelář", "nepřítomnost", "na dovolené",
        "нет на рабочем месте", "отсутствие на рабочем месте", "отсутствую", "вне офиса", "в отпуске", "不在", "休暇", "不在办公室", "外出", "休假", "不在辦公室",
    ];

    public static MessageNature? Read(ReceivedMail mail)
    {
        if (mail.Subject is not { Length: > 0 } subject || mail.Headers["Auto-Submitted"].Any(value => value.StartsWith("no", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var folded = FoldedText.Of(subject).Trim();
        var isAutomatic = s_prefixes.Any(words => StartsWithColon(folded, words));
        if (!isAutomatic && !s_absences.Any(words => folded.StartsWith(words, StringComparison.Ordinal)))
        {
            return null;
        }

        return isAutomatic || AutomaticHeaders.Suppressed(mail) is not null
            ? AutomaticHeaders.Automatic(MessageOrigin.AutoReply, "Subject", subject)
            : MessageNature.Person with { MayAutoReply = false, Because = AutomaticHeaders.Shown("Subject", subject) };
    }

    // Folding turns the full-width colon into the plain one.
    private static bool StartsWithColon(string subject, string words) => subject.StartsWith(words, StringComparison.Ordinal)
        && subject.AsSpan(words.Length).TrimStart() is [':', ..];
}
