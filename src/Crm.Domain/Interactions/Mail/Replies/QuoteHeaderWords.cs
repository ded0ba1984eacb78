using System.Buffers;

namespace Crm.Domain.Interactions;

/// <summary>
/// How mail programs say whose words follow, in English, German, French, Italian, Spanish, Portuguese, Romanian, Swedish, Dutch, Danish,
/// Norwegian, Finnish, Polish, Czech, Slovak, Russian, Ukrainian, Japanese and Chinese.
/// </summary>
internal static class QuoteHeaderWords
{
    /// <summary>What a header line can begin with, before a date.</summary>
    public static readonly string[] On =
    [
        "on", "at", "in message", "in article", "am", "le", "il giorno", "il", "in data", "el día", "el", "em", "no dia", "a", "în data de", "în", "in", "la data de", "la", "pe data de", "pe", "den", "op", "dne", "dňa", "dnia", "w dniu", "på", "på dato", "på datum",
        "på", "d.", "på", "в", "на", "от", "於", "于", "在", "les", "as", "às",
    ];

    /// <summary>The verb.</summary>
    public static readonly string[] Wrote =
    [
        "wrote", "writes", "said", "says", "schrieb", "schrieben", "geschrieben", "schreibt", "a écrit", "a ecrit", "écrit", "écrivait", "écrivit", "nous a dit", "ha scritto", "hai scritto", "scrisse", "scrive", "escribió", "escribio", "ha escrito", "escribiste",
        "escreveu", "escreveste", "a scris", "ai scris", "a scris următoarele", "skrev", "skrev följande", "skrev følgende", "skreiv", "har skrevet", "har skrivit", "schreef", "geschreven", "kirjoitti", "kirjoitti seuraavasti", "napisał", "napisała", "napisał(a)", "pisze", "napisana przez", "napsal", "napsala", "napsal(a)", "píše",
        "napísal", "napísala", "napísal(a)", "написал", "написала", "написал(а)", "пишет", "писал", "писала", "пише", "написав", "写道", "寫道", "写了", "のメッセージ", "のメール", "は書きました", "さんは書きました", "が書きました", "님이 작성", "님이 씀", "wrote the following",
    ];

    public static readonly SearchValues<string> AnyWrote = SearchValues.Create(Wrote, StringComparison.OrdinalIgnoreCase);

    /// <summary>Verbs that people write at the end of sentences of their own.</summary>
    public static readonly string[] Spoken = ["said", "says", "écrit", "scrive", "pisze", "píše", "пишет", "пише", "schreibt"];

    /// <summary>Who speaks in a sentence of the author's own.</summary>
    public static readonly string[] Author = ["i", "we", "ich", "wir", "ik", "wij", "jeg", "jag", "vi", "je", "j'ai", "j’ai", "nous", "avons", "avez", "io", "yo", "eu", "já", "ja", "я", "мы", "minä", "mir", "ihnen", "dir", "euch", "uns"];

    /// <summary>Words before a name: "Quoting Name:".</summary>
    public static readonly string[] Quoting = ["quoting ", "zitat von ", "zitiere ", "citando ", "citando a ", "citat från ", "citerar ", "citat fra ", "citation de ", "cytowanie ", "citace ", "цитирование ", "quote from ", "originally posted by "];

    /// <summary>Words between dashes, or before a colon, above a mail passed on or answered.</summary>
    public static readonly string[] Original =
    [
        "original message", "forwarded message", "reply message", "forwarded mail", "original mail", "original email", "original e-mail", "original appointment", "forwarded email", "begin forwarded message", "replied message", "start of forwarded message", "start of original message", "original msg", "message",
        "ursprüngliche nachricht", "originalnachricht", "original-nachricht", "original nachricht", "weitergeleitete nachricht", "ursprüngliche mail", "ursprüngliche e-mail", "originalmail", "anfang der weitergeleiteten nachricht", "anfang der weitergeleiteten e-mail", "originaltermin", "antwort nachricht",
        "message d'origine", "message original", "message initial", "message transféré", "message réexpédié", "début du message transféré", "début du message réexpédié", "e-mail d'origine", "mail original", "message d’origine", "mail transféré", "courriel original", "rendez-vous d'origine",
        "messaggio originale", "messaggio inoltrato", "inizio messaggio inoltrato", "inizio del messaggio inoltrato", "messaggio originario", "mail originale",
        "mensaje original", "mensaje reenviado", "mensaje enviado", "inicio del mensaje reenviado", "correo original", "mensaje de origen", "mensagem original", "mensagem encaminhada", "mensagem reencaminhada", "início da mensagem encaminhada", "início da mensagem reencaminhada", "início da mensagem reenviada", "mensagem reenviada",
        "mesaj original", "mesajul original", "mesaj redirecționat", "mesaj redirectionat", "mesaj transmis", "mesaj retransmis", "începutul mesajului redirecționat", "început mesaj redirecționat", "mesajul redirecționat", "mesaj inițial", "mesajul inițial",
        "ursprungligt meddelande", "originalmeddelande", "vidarebefordrat meddelande", "vidarebefordrat brev", "börjat vidarebefordrat meddelande", "vidarebefordrat mejl",
        "oorspronkelijk bericht", "origineel bericht", "oorspronkelijke bericht", "doorgestuurd bericht", "begin doorgestuurd bericht", "doorgestuurde bericht", "oorspronkelijke e-mail",
        "oprindelig meddelelse", "original meddelelse", "videresendt meddelelse", "videresendt besked", "oprindelig besked", "start på videresendt besked", "videresendt e-mail", "begynd på videresendt besked", "opprinnelig melding", "videresendt melding", "original melding", "start på videresendt melding", "opprinnelig e-post", "begynnelsen av videresendt melding", "opphavleg melding", "videresendt e-post",
        "alkuperäinen viesti", "välitetty viesti", "edelleenlähetetty viesti", "välitetty viesti alkaa", "alkuperäinen sähköposti", "edelleenlähetetty viesti alkaa",
        "oryginalna wiadomość", "wiadomość oryginalna", "wiadomość przekazana", "przekazana wiadomość", "treść przekazanej wiadomości", "wiadomość przekazana dalej", "początek przekazywanej wiadomości", "pierwotna wiadomość", "wiadomość pierwotna", "oryginalny e-mail",
        "původní zpráva", "přeposlaná zpráva", "předaná zpráva", "začátek přeposílané zprávy", "původní e-mail", "---------- přeposlaná zpráva", "pôvodná správa", "preposlaná správa",
        "исходное сообщение", "пересылаемое сообщение", "пересланное сообщение", "перенаправленное сообщение", "оригинальное сообщение", "начало переадресованного сообщения", "начало пересылаемого сообщения", "пересылаемое письмо", "конец пересылаемого сообщения", "первоначальное сообщение", "исходное письмо", "початкове повідомлення", "переслане повідомлення", "перенаправлене повідомлення",
        "元のメッセージ", "オリジナルメッセージ", "転送メッセージ", "転送されたメッセージ", "転送元のメッセージ", "元のメール", "転送メール", "original message 元のメッセージ", "原始邮件", "原始郵件", "原邮件", "原郵件", "转发的邮件", "轉寄的郵件", "转发邮件", "轉寄郵件", "转发邮件信息", "回复的邮件", "回复的原邮件", "转发的原邮件", "开始转发的邮件", "下面是被转发的邮件", "被转发邮件信息", "以下是轉寄的郵件", "以下為轉寄郵件", "邮件原件", "开始转发的原邮件", "原始信件", "轉寄的訊息", "原始訊息", "转发的消息", "已转发邮件",
    ];

    /// <summary>Beginnings between dashes that a name and a date follow, as Lotus Notes writes them.</summary>
    public static readonly string[] PassedOnBy =
    [
        "forwarded by ", "message from ", "original message from ", "weitergeleitet von ", "transféré par ", "réexpédié par ", "inoltrato da ", "reenviado por ", "encaminhado por ", "transmis de ", "vidarebefordrat av ", "doorgestuurd door ", "videresendt af ", "videresendt av ", "edelleenlähettänyt ", "przesłane przez ", "předáno uživatelem ", "переслано ",
    ];
}
