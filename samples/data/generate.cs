#:property PublishAot=false
// Writes purchases.csv and customers.csv of this folder. The same input and seed give the same bytes:
//   dotnet run samples/data/generate.cs -- CDNOW_sample.txt samples/data
// where CDNOW_sample.txt is the tenth of the CDNOW purchases that Fader and Hardie publish (see README.md).
using System.Globalization;
using System.Text;

var (source, folder) = (args[0], args[1]);
var rows = File.ReadLines(source)
    .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
    .Select(f => (Customer: f[0], Day: $"{f[2][..4]}-{f[2][4..6]}-{f[2][6..]}", Quantity: f[3], Amount: f[4]))
    .ToList();
File.WriteAllLines(
    Path.Combine(folder, "purchases.csv"),
    rows.Select(r => $"{r.Customer},{r.Day},{r.Quantity},{r.Amount}").Prepend("customer,date,quantity,amount"));

var random = new Stream32(1997);
var numbers = new HashSet<string>();
var lines = rows.Select(r => r.Customer).Distinct().Where((_, i) => i % 6 == 0).Select(id => Customer(id, random, Cultures.All, numbers));
File.WriteAllLines(
    Path.Combine(folder, "customers.csv"),
    lines.Prepend("id,givenName,familyName,organisation,email,phone,street,postcode,city,country,language"),
    new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

static string Customer(string id, Stream32 random, Culture[] cultures, HashSet<string> numbers)
{
    var c = random.Pick(cultures);
    var (given, family, (city, postcode)) = (random.Pick(c.Given), random.Pick(c.Family), random.Pick(c.Places));
    var street = string.Format(CultureInfo.InvariantCulture, random.Pick(c.Streets), random.Next(1, 120));
    var isCompany = random.Next(0, 12) == 0;
    string[] local = isCompany ? ["office"] : [Ascii(given), Ascii(family)];
    var email = $"{string.Join('.', local.Append(id.TrimStart('0')).Where(p => p.Length > 0))}@example.{random.Pick(["com", "org", "net"])}";
    var phone = c.Phone is { } range ? string.Format(CultureInfo.InvariantCulture, range, random.Next(0, 100)) : "";
    phone = phone.Length > 0 && numbers.Add(phone) ? phone : ""; // one number, one customer
    string[] cells = isCompany
        ? [id, "", "", string.Format(CultureInfo.InvariantCulture, c.Company, family), email, phone, street, postcode, city, c.Country, c.Language]
        : [id, given, family, "", email, phone, street, postcode, city, c.Country, c.Language];
    return string.Join(',', cells.Select(cell => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell));
}

static string Ascii(string name)
{
    var spelled = name.Replace("ß", "ss", StringComparison.Ordinal).Replace("ł", "l", StringComparison.Ordinal)
        .Replace("Ł", "L", StringComparison.Ordinal).Replace("ø", "o", StringComparison.Ordinal);
    var letters = spelled.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter);
    return string.Concat(letters).ToLowerInvariant();
}

/// <summary>SplitMix64, so that the data do not depend on a runtime's random numbers.</summary>
internal sealed class Stream32(ulong state)
{
    public T Pick<T>(T[] items) => items[Next(0, items.Length)];

    public int Next(int from, int below)
    {
        state += 0x9E3779B97F4A7C15;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return from + (int)((z ^ (z >> 31)) % (ulong)(below - from));
    }
}

internal sealed record Culture(
    string Country, string Language, string? Phone, string Company, string[] Given, string[] Family, string[] Streets, (string City, string Postcode)[] Places);

internal static class Cultures
{
    // Telephone numbers come from the ranges that regulators keep free for fiction: NANPA 555-01xx, Ofcom 020 7946 0xxx, ARCEP
    // 01 99 00 xxxx, Bundesnetzagentur (0)30 23125 xxx, PTS 08-465 004 xx, ACMA (02) 5550 xxxx. Elsewhere there is none.
    public static readonly Culture[] All =
    [
        new("US", "en", "+1 212 555 01{0:00}", "{0} & Sons, Inc.",
            ["Grace", "Marcus", "Denise", "Tyrone", "Ellen", "Luis"], ["Whitfield", "Okafor", "Delgado", "Brandt", "Hollis", "Nakamura"],
            ["{0} Larch Street", "{0} Quarry Road", "{0} West Harbor Avenue"], [("New York", "10003"), ("Albany", "12207"), ("Buffalo", "14201")]),
        new("GB", "en-GB", "+44 20 7946 00{0:00}", "{0} Trading Ltd",
            ["Imogen", "Rhys", "Priya", "Callum", "Fiona", "Idris"], ["Ashworth", "Penhaligon", "Chaudhry", "MacLeod", "Prosser", "Eze"],
            ["{0} Tanner's Row", "{0} Weir Lane", "Flat 2, {0} Mafeking Terrace"], [("London", "N1 9GU"), ("Leeds", "LS1 4DY"), ("Cardiff", "CF10 1EP")]),
        new("IT", "it", null, "{0} S.r.l.",
            ["Chiara", "Nicolò", "Giulia", "Tommaso", "Elisa", "Matteo"], ["Bellandi", "D'Amico", "Ferrero", "Quaglia", "Sartori", "Lo Presti"],
            ["Via dei Tigli {0}", "Corso Matteotti {0}", "Piazza San Marco {0}"], [("Milano", "20121"), ("Torino", "10128"), ("Bari", "70122")]),
        new("ES", "es", null, "{0} Hermanos, S.L.",
            ["Nuria", "Íñigo", "Pilar", "Álvaro", "Consuelo", "Jordi"], ["Ibáñez Soler", "Muñoz", "Etxeberria", "Castaño Gil", "Peralta", "Vidal"],
            ["Calle del Olmo {0}", "Avenida de la Ría {0}", "Paseo Nuevo {0}, 2º B"], [("Madrid", "28012"), ("Bilbao", "48001"), ("Valencia", "46003")]),
        new("SE", "sv", "+46 8 465 004 {0:00}", "{0} & Co AB",
            ["Åsa", "Torbjörn", "Linnéa", "Örjan", "Maja", "Elin"], ["Sjöström", "Ekblad", "Lindqvist", "Öberg", "Hägg", "af Klint"],
            ["Björkvägen {0}", "Storgatan {0}", "Åkervägen {0}"], [("Stockholm", "111 29"), ("Umeå", "903 26"), ("Malmö", "211 34")]),
        new("RO", "ro", null, "{0} și Fiii SRL",
            ["Ștefania", "Răzvan", "Ioana", "Mihai", "Anca", "Dănuț"], ["Popescu", "Dumitrașcu", "Bălan", "Ionescu-Roman", "Cătană", "Grigoriță"],
            ["Strada Zorilor {0}", "Bulevardul Unirii {0}", "Aleea Teilor {0}"], [("București", "030823"), ("Cluj-Napoca", "400015"), ("Iași", "700259")]),
        new("DE", "de", "+49 30 23125 0{0:00}", "{0} GmbH",
            ["Jürgen", "Annegret", "Sören", "Käthe", "Cem", "Ulrike"], ["Weiß", "Schönfelder", "von der Heide", "Yıldız", "Groß", "Kröger"],
            ["Lindenstraße {0}", "Am Mühlbach {0}", "Große Gasse {0}"], [("Berlin", "10117"), ("Leipzig", "04109"), ("Köln", "50667")]),
        new("FR", "fr", "+33 1 99 00 20 {0:00}", "Maison {0} SARL",
            ["Aurélie", "Loïc", "Noémie", "Benoît", "Fatou", "Gaëlle"], ["Lefèvre", "Quéméneur", "Diallo", "d'Aubigné", "Marchand", "Besançon"],
            ["{0} rue des Tilleuls", "{0} bis quai de l'Ouest", "{0} allée du Parc"], [("Paris", "75011"), ("Rennes", "35000"), ("Lyon", "69002")]),
        new("PL", "pl", null, "{0} i Wspólnicy sp. z o.o.",
            ["Łucja", "Zbigniew", "Małgorzata", "Wojciech", "Żaneta", "Stanisław"], ["Wójcik", "Brzęczyszczykiewicz", "Śliwa", "Zając", "Łukasik", "Kwiecień"],
            ["ul. Lipowa {0}", "ul. Świętojańska {0}/4", "al. Róż {0}"], [("Warszawa", "00-024"), ("Gdynia", "81-372"), ("Łódź", "90-361")]),
        new("JP", "ja", null, "株式会社{0}",
            ["美咲", "健太", "陽子", "大輔", "Naoko", "Hiroshi"], ["佐々木", "渡辺", "Kobayashi", "石川", "中島", "Ōta"],
            ["神田{0}番地", "青葉町{0}-3", "Kitashirakawa {0}"], [("東京", "101-0051"), ("仙台", "980-0811"), ("京都", "606-8267")]),
        new("AU", "en-AU", "+61 2 5550 10{0:00}", "{0} Pty Ltd",
            ["Bronwyn", "Jarrah", "Lachlan", "Mei", "Tarni", "Dimitri"], ["O'Rourke", "Nguyen", "Papadakis", "Whitlock", "Marika", "Santos"],
            ["{0} Wattle Crescent", "Unit 5, {0} Bondi Road", "{0} Ferry Parade"], [("Sydney", "2000"), ("Newcastle", "2300"), ("Wollongong", "2500")]),
        new("GR", "el", null, "{0} ΑΕ",
            ["Ελένη", "Γιώργος", "Δέσποινα", "Νίκος", "Κατερίνα", "Σταύρος"], ["Παπαδοπούλου", "Αγγελής", "Κωνσταντίνου", "Μαυρίδης", "Ζαχαρίου", "Βασιλείου"],
            ["Οδός Ερμού {0}", "Λεωφόρος Νίκης {0}", "Πλατεία Αριστοτέλους {0}"], [("Αθήνα", "105 57"), ("Θεσσαλονίκη", "546 24"), ("Πάτρα", "262 21")]),
    ];
}
