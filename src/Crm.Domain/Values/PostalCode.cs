using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Crm.Domain.Values;

/// <summary>
/// The written form of postal codes by country, after the addressing sheets of the Universal Postal Union. Whether a code is in
/// use nobody can tell from its form. Countries that are not known here, and addresses without one, take any code.
/// </summary>
public static class PostalCode
{
    // 9 a digit, A a letter, X either; what else stands there is written so. Several forms by comma.
    private const string Forms =
        "AD AD999; AL 9999; AM 9999; AR 9999,A9999AAA; AS 99999,99999-9999; AT 9999; AU 9999; AX 22999; AZ 9999; BA 99999; BD 9999; BE 9999; BG 9999; " +
        "BN AA9999; BR 99999-999; BY 999999; CA A9A 9A9; CH 9999; CL 999-9999; CN 999999; CO 999999; CR 99999; CU 99999; CY 9999; CZ 999 99; DE 99999; " +
        "DK 9999; DO 99999; DZ 99999; EC 999999; EE 99999; EG 99999; ES 99999; ET 9999; FI 99999; FO 999; FR 99999; GE 9999; GF 99999; GI AA99 9AA; " +
        "GB A9 9AA,A99 9AA,AA9 9AA,AA99 9AA,A9A 9AA,AA9A 9AA; GL 9999; GP 99999; GR 999 99; GT 99999; GU 99999,99999-9999; HN 99999; HR 99999; HU 9999; " +
        "ID 99999; IE A99 XXXX,A9A XXXX; IL 9999999,99999; IN 999999; IQ 99999; IR 99999-99999; IS 999; IT 99999; JO 99999; JP 999-9999; KE 99999; KG 999999; " +
        "KH 999999,99999; KR 99999; KW 99999; KZ 999999,A99A9A9; LA 99999; LI 9999; LK 99999; LT 99999; LU 9999; LV 9999; MA 99999; MC 99999; MD 9999; " +
        "ME 99999; MK 9999; MN 99999; MQ 99999; MT AAA 9999; MU 99999; MX 99999; MY 99999; NC 99999; NG 999999; NI 99999; NL 9999 AA; NO 9999; NP 99999; " +
        "NZ 9999; PE 99999; PF 99999; PH 9999; PK 99999; PL 99-999; PR 99999,99999-9999; PT 9999-999; PY 999999,9999; RE 99999; RO 999999; RS 99999; " +
        "RU 999999; SA 99999,99999-9999; SE 999 99; SG 999999; SI 9999; SK 999 99; SM 99999; SV 9999; TH 99999; TJ 999999; TM 999999; TN 9999; TR 99999; " +
        "TW 999,99999,999-999; UA 99999; US 99999,99999-9999; UY 99999; UZ 999999; VA 99999; VE 9999; VI 99999,99999-9999; VN 99999,999999; XK 99999; " +
        "YT 99999; ZA 9999; ZM 99999";

    private static readonly FrozenDictionary<string, string[]> s_forms = Read();

    /// <summary>Brings a code into the form its country writes: <c>sw1a1aa</c> becomes <c>SW1A 1AA</c>, <c>D-10115</c> becomes <c>10115</c>.</summary>
    /// <param name="country">The country; null where it is not known.</param>
    /// <param name="text">The code as it was written, in any case, with any spaces and hyphens.</param>
    /// <param name="normalized">The code in its usual form; where no form is known, in capitals and without needless blanks.</param>
    /// <returns>Whether the text has a form that the country uses; true where no form is known.</returns>
    public static bool TryNormalize(Country? country, string text, [NotNullWhen(true)] out string? normalized)
    {
        ArgumentNullException.ThrowIfNull(text);
        normalized = null;
        if (!WellFormed.IsWellFormed(text))
        {
            return false;
        }

        var written = text.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();
        if (country is null || !s_forms.TryGetValue(FormOf(country.Code), out var forms))
        {
            normalized = string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return normalized.Length is > 0 and <= PostalAddress.MaxPostalCodeLength && !normalized.Any(char.IsControl);
        }

        var code = string.Concat(WithoutCountry(written, country.Code).Where(c => !(char.IsWhiteSpace(c) || c is '-' or '.' or '\u2010' or '\u2011' or '\u2013')));
        normalized = forms.Select(form => Filled(form, code)).FirstOrDefault(filled => filled is not null);
        return normalized is not null;
    }

    private static string FormOf(string country) => country is "JE" or "GG" or "IM" ? "GB" : country is "SJ" ? "NO" : country is "BL" or "MF" or "PM" or "WF" ? "FR" : country;

    // The old habit of sorting offices: D-10115, CH-8001, LV-1010, MD 2001.
    private static string WithoutCountry(string written, string country)
    {
        foreach (var mark in new[] { country, country[..1] })
        {
            if (written.StartsWith(mark, StringComparison.Ordinal) && written.Length > mark.Length && written[mark.Length] is '-' or ' '
                && written.AsSpan(mark.Length + 1).TrimStart() is { Length: > 0 } rest && char.IsAsciiDigit(rest[0]))
            {
                return country is "GB" or "AD" or "MT" ? written : rest.ToString();
            }
        }

        return written;
    }

    private static string? Filled(string form, string code)
    {
        var filled = new StringBuilder(form.Length);
        var used = 0;
        foreach (var place in form)
        {
            if (place is ' ' or '-')
            {
                filled.Append(place);
                continue;
            }

            if (used == code.Length || !Fits(place, code[used], form))
            {
                return null;
            }

            filled.Append(code[used++]);
        }

        return used == code.Length ? filled.ToString() : null;
    }

    private static bool Fits(char place, char c, string form) => place switch
    {
        '9' => char.IsAsciiDigit(c),
        'A' when form != "AD999" => char.IsAsciiLetterUpper(c),
        'X' => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c),
        _ => place == c,
    };

    private static FrozenDictionary<string, string[]> Read() => Forms.Split("; ")
        .ToFrozenDictionary(row => row[..2], row => row[3..].Split(','), StringComparer.Ordinal);
}
