using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>Countries as people write them: by code, by English name, by the name in the country itself, by usual short forms.</summary>
internal static class CountryNames
{
    private const string Names =
        "AF Afghanistan|AL Albania|DZ Algeria|AD Andorra|AO Angola|AR Argentina|AM Armenia|AU Australia|AT Austria;Österreich;Oesterreich|" +
        "AZ Azerbaijan|BS Bahamas|BH Bahrain|BD Bangladesh|BB Barbados|BY Belarus|BE Belgium;Belgique;België;Belgien|BZ Belize|BJ Benin|" +
        "BT Bhutan|BO Bolivia|BA Bosnia and Herzegovina|BW Botswana|BR Brazil;Brasil;Brasilien|BN Brunei|BG Bulgaria|BF Burkina Faso|" +
        "BI Burundi|KH Cambodia|CM Cameroon|CA Canada;Kanada|CV Cape Verde;Cabo Verde|CF Central African Republic|TD Chad|CL Chile|" +
        "CN China;People's Republic of China|CO Colombia|KM Comoros|CG Congo|CD Democratic Republic of the Congo|CR Costa Rica|" +
        "CI Ivory Coast;Côte d'Ivoire|HR Croatia;Hrvatska;Kroatien|CU Cuba|CY Cyprus|CZ Czechia;Czech Republic;Česko;Tschechien|" +
        "DK Denmark;Danmark;Dänemark|DJ Djibouti|DM Dominica|DO Dominican Republic|EC Ecuador|EG Egypt|SV El Salvador|GQ Equatorial Guinea|" +
        "ER Eritrea|EE Estonia;Eesti|SZ Eswatini;Swaziland|ET Ethiopia|FJ Fiji|FI Finland;Suomi;Finnland|FR France;Frankreich;Francia|" +
        "GA Gabon|GM Gambia|GE Georgia|DE Germany;Deutschland;BRD;Federal Republic of Germany;Germania;Alemania;Allemagne;Tyskland|" +
        "GH Ghana|GR Greece;Griechenland|GD Grenada|GT Guatemala|GN Guinea|GW Guinea-Bissau|GY Guyana|HT Haiti|HN Honduras|HK Hong Kong|" +
        "HU Hungary;Magyarország;Ungarn|IS Iceland;Ísland|IN India|ID Indonesia|IR Iran|IQ Iraq|IE Ireland;Éire;Irland|IL Israel|" +
        "IT Italy;Italia;Italien|JM Jamaica|JP Japan|JO Jordan|KZ Kazakhstan|KE Kenya|KI Kiribati|KP North Korea|" +
        "KR South Korea;Republic of Korea;Korea|KW Kuwait|KG Kyrgyzstan|LA Laos|LV Latvia;Latvija|LB Lebanon|LS Lesotho|LR Liberia|" +
        "LY Libya|LI Liechtenstein|LT Lithuania;Lietuva|LU Luxembourg;Luxemburg|MO Macao|MG Madagascar|MW Malawi|MY Malaysia|MV Maldives|" +
        "ML Mali|MT Malta|MH Marshall Islands|MR Mauritania|MU Mauritius|MX Mexico;México|FM Micronesia|MD Moldova|MC Monaco|MN Mongolia|" +
        "ME Montenegro|MA Morocco|MZ Mozambique|MM Myanmar;Burma|NA Namibia|NR Nauru|NP Nepal|" +
        "NL Netherlands;The Netherlands;Nederland;Niederlande;Holland|NZ New Zealand|NI Nicaragua|NE Niger|NG Nigeria|MK North Macedonia|" +
        "NO Norway;Norge;Norwegen|OM Oman|PK Pakistan|PW Palau|PS Palestine|PA Panama|PG Papua New Guinea|PY Paraguay|PE Peru;Perú|" +
        "PH Philippines|PL Poland;Polska;Polen|PT Portugal|PR Puerto Rico|QA Qatar|RO Romania;România;Rumänien|" +
        "RU Russia;Russian Federation|RW Rwanda|WS Samoa|SM San Marino|SA Saudi Arabia|SN Senegal|RS Serbia;Srbija|SC Seychelles|" +
        "SL Sierra Leone|SG Singapore|SK Slovakia;Slovensko;Slowakei|SI Slovenia;Slovenija;Slowenien|SB Solomon Islands|SO Somalia|" +
        "ZA South Africa|SS South Sudan|ES Spain;España;Spanien;Spagna|LK Sri Lanka|SD Sudan|SR Suriname|SE Sweden;Sverige;Schweden|" +
        "CH Switzerland;Schweiz;Suisse;Svizzera|SY Syria|TW Taiwan|TJ Tajikistan|TZ Tanzania|TH Thailand|TL Timor-Leste;East Timor|TG Togo|" +
        "TO Tonga|TT Trinidad and Tobago|TN Tunisia|TR Turkey;Türkiye;Türkei|TM Turkmenistan|TV Tuvalu|UG Uganda|UA Ukraine|" +
        "AE United Arab Emirates;UAE|" +
        "GB United Kingdom;UK;U.K.;Great Britain;England;Scotland;Wales;Northern Ireland;Vereinigtes Königreich;Großbritannien|" +
        "US United States;United States of America;USA;U.S.A.;U.S.;Vereinigte Staaten;Stati Uniti;Estados Unidos|UY Uruguay|UZ Uzbekistan|" +
        "VU Vanuatu|VA Vatican City|VE Venezuela|VN Vietnam;Viet Nam|YE Yemen|ZM Zambia|ZW Zimbabwe";

    private static readonly Dictionary<string, Country> s_byName = Names.Split('|')
        .SelectMany(e => e[3..].Split(';'), (e, name) => (Code: e[..2], Name: ComparisonKey.Of(name)))
        .DistinctBy(e => e.Name)
        .ToDictionary(e => e.Name, e => Country.FromCode(e.Code), StringComparer.Ordinal);

    /// <summary>Finds a country.</summary>
    /// <exception cref="FormatException">The text names no country that is known.</exception>
    public static Country Parse(string text) => Country.TryFromCode(text, out var country) || s_byName.TryGetValue(ComparisonKey.Of(text), out country)
        ? country
        : throw new FormatException($"{text} is no country code of ISO 3166 such as IT, and no name of a country that is known.");
}
