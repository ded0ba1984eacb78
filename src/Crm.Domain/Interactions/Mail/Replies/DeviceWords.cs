using System.Buffers;

namespace Crm.Domain.Interactions;

/// <summary>How the lines begin and end that mail programs write of themselves and the device.</summary>
internal static class DeviceWords
{
    /// <summary>"Sent from my": any few words that follow name a device.</summary>
    public static readonly string[] Mine =
    [
        "sent from my ", "sent from a ", "sent from an ", "sent from our ", "sent by my ", "sent via my ", "sent with my ", "sent using my ", "sent on my ", "typed on my ", "written on my ",
        "gesendet von meinem ", "gesendet von meiner ", "gesendet mit meinem ", "envoyé de mon ", "envoyé de ma ", "envoyé depuis mon ", "envoyé depuis ma ", "envoyé à partir de mon ", "envoyé avec mon ", "envoyé via mon ",
        "inviato dal mio ", "inviato da mio ", "inviato dalla mia ", "inviato con il mio ", "mandato dal mio ", "enviado desde mi ", "enviado de mi ", "enviado do meu ", "enviado da minha ", "enviada do meu ", "enviado a partir do meu ", "enviado pelo meu ", "enviado de meu ",
        "trimis de pe ", "skickat från min ", "skickat från mitt ", "verzonden vanaf mijn ", "verstuurd vanaf mijn ", "verzonden van mijn ", "verstuurd van mijn ", "sendt fra min ", "sendt fra mit ", "sendt fra mitt ",
        "wysłane z mojego ", "wysłane z mojej ", "wysłano z mojego ", "odesláno z mého ", "odesláno z mojí ", "odoslané z môjho ", "отправлено с моего ", "отправлено с моей ", "надіслано з мого ", "发自我的", "發自我的", "寄自我的",
    ];

    /// <summary>"Sent from": only a known device or program follows.</summary>
    public static readonly string[] Sent =
    [
        "sent from ", "sent via ", "sent with ", "sent by ", "sent using ", "sent on ", "sent through ", "from my ", "envoyé depuis ", "envoyé de ", "envoyé à partir ", "envoyé avec ", "envoyé par ", "envoyé via ", "gesendet von ", "gesendet mit ", "gesendet über ", "gesendet aus ", "gesendet via ",
        "inviato da ", "inviato dall", "inviato con ", "inviato tramite ", "enviado desde ", "enviado con ", "enviado por ", "enviado de ", "enviado do ", "enviado da ", "enviado via ", "enviado a partir ", "enviado pelo ", "enviado com ", "trimis din ", "trimis de la ", "trimis cu ", "trimis prin ",
        "skickat från ", "skickat med ", "skickades från ", "skickat via ", "från min ", "från mitt ", "verzonden met ", "verzonden vanuit ", "verzonden vanaf ", "verzonden via ", "verstuurd met ", "verstuurd vanaf ", "verstuurd via ", "verstuurd vanuit ", "vanaf mijn ", "sendt fra ", "sendt med ", "sendt via ",
        "lähetetty ", "wysłane z ", "wysłane przez ", "wysłano z ", "wysłano przez ", "odesláno z ", "odesláno ze ", "odesláno pomocí ", "odesláno přes ", "odoslané z ", "отправлено с ", "отправлено из ", "отправлено через ", "надіслано з ", "来自", "來自", "发送自", "發送自",
    ];

    /// <summary>"Get": only the program's name follows.</summary>
    public static readonly string[] Get =
    [
        "get ", "télécharger ", "téléchargez ", "obtenir ", "obtenez ", "holen sie sich ", "laden sie ", "scarica ", "ottieni ", "obtener ", "obtenga ", "descargar ", "obter ", "obtenha ", "baixar ", "obțineți ", "descărcați ", "hämta ", "skaffa ",
        "download ", "hent ", "få ", "skaff ", "last ned ", "hanki ", "lataa ", "pobierz ", "získat ", "získejte ", "stáhnout ", "получить ", "скачать ", "загрузить ", "获取", "獲取", "取得", "下载", "下載",
    ];

    /// <summary>Endings, where the language puts the verb last, or the device.</summary>
    public static readonly string[] Endings =
    [
        "から送信", "から送信されました", "より送信", "で送信", "で送信されました", "を使用して送信", "发送", "發送", "传送", "傳送", "寄出", " gesendet", " from mobile", " from my phone", " from phone", " from my mobile", " from my iphone",
    ];

    /// <summary>"Get" behind the program's name.</summary>
    public static readonly string[] Fetched = [" beziehen", " herunterladen", " downloaden", " ophalen", " を入手", "を入手", " laden"];

    /// <summary>What the program is fetched for.</summary>
    public static readonly SearchValues<string> Platforms = SearchValues.Create(["android", "ios", "iphone", "ipad", "windows", "mac", "mobil"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Programs that ask to be fetched.</summary>
    public static readonly SearchValues<string> Programs = SearchValues.Create(["outlook", "yahoo mail", "bluemail", "blue mail", "gmail app", "gmx mail", "aqua mail"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Brands: such a line is never a person's.</summary>
    public static readonly SearchValues<string> Brands = SearchValues.Create(
    [
        "iphon", "ipad", "ipod", "android", "blackberry", "samsung", "galaxy", "huawei", "xiaomi", "redmi", "nokia", "sony", "xperia", "motorola", "google pixel", "oneplus", "lumia", "windows phone", "macbook", "outlook", "yahoo", "proton", "thunderbird", "k-9", "airmail", "spark", "mailspring", "bluemail", "blue mail",
        "mailbird", "aqua mail", "hotmail", "gmx", "web.de", "t-mobile", "at&t", "vodafone", "verizon", "zoho", "hushmail", "tutanota", "superhuman", "fastmail", "ti-85", "mail.ru", "mymail", "foxmail", "qq邮箱", "windows mail", "mail for windows", "gmail", "canary mail", "newton mail",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>Words for devices and mail, which people use too.</summary>
    public static readonly SearchValues<string> Devices = SearchValues.Create(
    [
        "phone", "mobil", "handy", "telefon", "téléphone", "teléfono", "móvil", "telemóvel", "celular", "cellulare", "telefoon", "puhelime", "телефон", "смартфон", "мобильн", "tablet", "dispositivo", "mobilgerät", "endgerät", "appareil", "windows", "htc", "mail", "mailbox", "inbox", "boxer", "sprint", "gsm",
        "почты", "почта", "携帯", "スマート", "スマホ", "手机", "手機", "邮件", "郵件", "邮箱",
    ], StringComparison.OrdinalIgnoreCase);
}
