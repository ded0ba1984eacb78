using System.Collections.Frozen;

namespace Crm.Domain.Values;

/// <content>The customary order of lines, after the address formats of the Universal Postal Union.</content>
public sealed partial record PostalAddress
{
    // L lines, P postal code, C city, R region; a bar ends a line. A part that is missing takes along what stands before it.
    private const string CodeFirst = "L|P C|R";

    private static readonly FrozenDictionary<string, string> s_patterns = Patterns(
        ("L|C, R P", "US CA PR GU VI AS MP"),
        ("L|C R P", "AU NZ TW"),
        ("L|C|R|P", "GB GG JE IM IE GI FK"),
        ("L|P C (R)", "IT"),
        ("L|P C, R", "ES MX"),
        ("L|C - R|P", "BR"),
        ("L|C P|R", "IN ID TH SG"),
        ("P|R C|L", "JP"),
        ("R C|L|P", "KR"),
        ("P R C|L", "CN"),
        ("L|C|R|P", "UA RU KZ BY ZA KE NG"),
        ("L|C|R P", "HK AE QA"));

    /// <summary>The address on several lines, in the order customary in its country; the code and city on one line elsewhere.</summary>
    /// <param name="withCountry">Whether the country's code ends the address, as on post that crosses a border.</param>
    /// <returns>Lines with <c>\n</c> between them, none of them blank; nothing is left out.</returns>
    public string Format(bool withCountry = true)
    {
        var pattern = s_patterns.GetValueOrDefault(Country?.Code ?? string.Empty, CodeFirst);
        var lines = pattern.Split('|').SelectMany(line => line == "L" ? new[] { Line1, Line2 } : [Filled(line)])
            .Append(withCountry ? Country?.Code : null);
        return string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));
    }

    private string Filled(string pattern)
    {
        var line = string.Empty;
        var start = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var part = pattern[i] switch { 'P' => PostalCode, 'C' => City, 'R' => Region, _ => null };
            if (part is not null)
            {
                var before = pattern[start..i];
                var closing = pattern.AsSpan(i + 1).StartsWith(")") ? ")" : string.Empty;
                line += (line.Length > 0 ? before : before.TrimStart(' ', ',', '-')) + part + closing;
            }

            start = char.IsAsciiLetter(pattern[i]) ? i + 1 : start;
        }

        return line;
    }

    private static FrozenDictionary<string, string> Patterns(params (string Pattern, string Countries)[] rows) =>
        rows.SelectMany(row => row.Countries.Split(' ').Select(country => (country, row.Pattern)))
            .ToFrozenDictionary(pair => pair.country, pair => pair.Pattern, StringComparer.Ordinal);
}
