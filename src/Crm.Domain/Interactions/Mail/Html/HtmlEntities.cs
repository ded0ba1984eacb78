using System.Globalization;
using System.Net;
using System.Text;

namespace Crm.Domain.Interactions;

/// <summary>Decodes character references: the named ones of HTML 4, and numbers by the rules of WHATWG HTML, section 13.2.5.80.</summary>
internal static class HtmlEntities
{
    private const int MaxName = 12;

    // What 0x80 to 0x9F mean in windows-1252, which browsers take such numbers for; zero where they leave the number as it is.
    private static ReadOnlySpan<char> Windows1252 =>
        "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    public static string Decode(ReadOnlySpan<char> text)
    {
        var next = text.IndexOf('&');
        if (next < 0)
        {
            return text.ToString();
        }

        var decoded = new StringBuilder(text.Length);
        while (next >= 0)
        {
            decoded.Append(text[..next]);
            text = text[next..];
            var used = Reference(text, decoded);
            if (used == 0)
            {
                decoded.Append('&');
                used = 1;
            }

            text = text[used..];
            next = text.IndexOf('&');
        }

        return decoded.Append(text).ToString();
    }

    private static int Reference(ReadOnlySpan<char> text, StringBuilder decoded) => text.Length < 3 ? 0 : text[1] == '#' ? Number(text, decoded) : Name(text, decoded);

    private static int Number(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        var isHex = text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var end = start;
        var value = 0;
        while (end < text.Length && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            // Beyond the last code point the value no longer matters.
            value = Math.Min(0x110000, (value * (isHex ? 16 : 10)) + int.Parse(text.Slice(end, 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            end++;
        }

        if (end == start)
        {
            return 0;
        }

        if (value is >= 0x80 and < 0xA0 && Windows1252[value - 0x80] is not '\0' and var mapped)
        {
            value = mapped;
        }

        decoded.Append(value != 0 && Rune.TryCreate(value, out var rune) ? rune.ToString() : "\uFFFD");
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    private static int Name(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        var end = 1;
        while (end < text.Length && end <= MaxName && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        var name = text[1..end];
        var isClosed = end < text.Length && text[end] == ';';

        // Without the semicolon browsers know the old names only.
        if (!isClosed && name is not ("amp" or "lt" or "gt" or "quot" or "nbsp" or "copy" or "reg"))
        {
            return 0;
        }

        var reference = $"&{name};";
        var character = WebUtility.HtmlDecode(reference);
        if (character == reference)
        {
            return 0;
        }

        decoded.Append(character);
        return isClosed ? end + 1 : end;
    }
}
