using System.Collections.Frozen;

namespace Crm.Domain.Interactions;

/// <summary>The names that mail programs give to header fields above a quoted mail, folded.</summary>
internal static class MailFieldNames
{
    private static readonly FrozenDictionary<string, MailField> s_names = new Dictionary<MailField, string[]>
    {
        [MailField.From] =
        [
            "from", "von", "de", "da", "van", "från", "fra", "frå", "lähettäjä", "od", "от", "отправитель", "від", "expéditeur", "remitente", "mittente", "remetente", "expeditor", "de la", "afsender", "avsender", "avsändare", "afzender", "nadawca", "odesílatel", "odosielateľ", "absender",
            "差出人", "送信者", "送信元", "发件人", "發件人", "寄件者", "寄件人",
        ],
        [MailField.Sent] =
        [
            "sent", "date", "sent on", "sent at", "gesendet", "gesendet am", "datum", "envoyé", "envoyé le", "date d'envoi", "inviato", "inviato il", "data", "data invio", "enviado", "enviado el", "enviado em", "enviada", "enviada em", "fecha", "fecha de envío", "data de envio", "trimis", "trimis la", "dată", "data trimiterii",
            "skickat", "skickad", "verzonden", "verzonden op", "verstuurd", "sendt", "dato", "lähetetty", "päivämäärä", "päiväys", "pvm", "aika", "wysłano", "wysłane", "data wysłania", "odesláno", "odesláno dne", "odoslané", "dátum", "отправлено", "дата", "дата отправки", "надіслано", "le",
            "送信日時", "日付", "日時", "发送时间", "發送時間", "发送日期", "日期", "寄件日期", "傳送日期", "时间", "時間", "已发送", "已傳送", "发送于",
        ],
        [MailField.To] =
        [
            "to", "an", "à", "a", "al", "para", "către", "catre", "la", "till", "aan", "til", "vastaanottaja", "do", "komu", "pre", "кому", "destinataire", "destinataires", "destinatario", "destinatário", "destinatar", "empfänger", "mottagare", "mottaker", "modtager", "ontvanger", "adresat", "příjemce",
            "宛先", "収信者", "收件人", "收件者", "至",
        ],
        [MailField.Copy] =
        [
            "cc", "bcc", "kopie", "kopie an", "copie", "copie à", "copia", "cópia", "cc:", "kopia", "kopi", "kopio", "dw", "udw", "do wiadomości", "kopie (cc)", "kópia", "копия", "копія", "抄送", "副本", "密件抄送", "ccn", "cci", "cco", "bkopie", "ud", "kopi til", "ск",
        ],
        [MailField.Subject] =
        [
            "subject", "re", "betreff", "betr", "objet", "sujet", "oggetto", "asunto", "assunto", "subiect", "subiectul", "ämne", "onderwerp", "emne", "aihe", "otsikko", "temat", "předmět", "predmet", "тема", "件名", "主题", "主題", "主旨", "标题",
        ],
        [MailField.Other] =
        [
            "reply-to", "reply to", "antwort an", "répondre à", "rispondi a", "responder a", "responder para", "răspunde la", "svara till", "svar til", "beantwoorden - aan", "antwoord aan", "odpowiedz do", "odpovědět komu", "vastausosoite", "ответить", "返信先", "回复地址", "importance", "priority", "wichtigkeit", "priorität", "priorité", "importanza", "priorità", "importancia", "importância",
            "prioridade", "importanță", "prioritet", "betydelse", "belang", "urgentie", "vigtighed", "viktighet", "ważność", "důležitost", "важность", "重要度", "重要性", "优先级", "attachments", "anlagen", "anhänge", "pièces jointes", "allegati", "datos adjuntos", "anexos", "sensitivity", "organization", "message-id", "newsgroups", "mailed-by", "list", "references", "in-reply-to",
            "user-agent", "content-type", "mime-version", "signed by", "return-path", "resent-from", "resent-to", "mailing list", "organisation", "x-mailer", "sender", "delivered-to", "附件", "添付ファイル", "liitteet", "bijlagen", "bilagor", "vedlegg", "vedhæftede filer", "załączniki", "přílohy", "вложения", "atașamente",
        ],
    }.SelectMany(kind => kind.Value.Select(name => (name, kind.Key))).DistinctBy(entry => entry.name).ToFrozenDictionary(entry => entry.name, entry => entry.Key, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, MailField>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_names.GetAlternateLookup<ReadOnlySpan<char>>();

    private const int MaxName = 24;

    /// <summary>What field a line is, its name bold or not.</summary>
    public static MailField Of(ReadOnlySpan<char> line, out ReadOnlySpan<char> value)
    {
        value = default;
        var text = LineText.Trim(line).TrimStart("*_> ");
        var colon = text[..Math.Min(text.Length, MaxName + 4)].IndexOfAny(':', '\uFF1A');
        if (colon <= 0 || !s_lookup.TryGetValue(LineText.Trim(text[..colon].TrimEnd("*_ \u00A0\t")), out var field))
        {
            return MailField.None;
        }

        value = LineText.Trim(text[(colon + 1)..].TrimStart("*_ "));
        return field;
    }
}
