using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Crm.Domain.Values;

/// <summary>
/// The grammar behind <see cref="EmailAddress"/>: RFC 5321 section 4.1.2, RFC 6531 section 3.3; lengths by RFC 5321 section 4.5.3.1.
/// </summary>
internal static class EmailSyntax
{
    private const int MaxLocalOctets = 64;
    private const int MaxLabel = 63;

    private static readonly SearchValues<char> s_atomSymbols = SearchValues.Create("!#$%&'*+-/=?^_`{|}~");
    private static readonly IdnMapping s_idn = new() { UseStd3AsciiRules = true, AllowUnassigned = false };

    public static bool TryNormalize(string? text, [NotNullWhen(true)] out string? value, [NotNullWhen(true)] out string? normalized)
    {
        value = normalized = null;
        if (text is null || text.Length > 4 * EmailAddress.MaxLength || text.Any(char.IsControl) || !WellFormed.IsWellFormed(text))
        {
            return false;
        }

        var trimmed = text.Trim();
        var at = trimmed.LastIndexOf('@');
        if (at <= 0 || !TryLocalPart(trimmed[..at], out var local) || !TryDomain(trimmed[(at + 1)..], out var domain))
        {
            return false;
        }

        var key = $"{local}@{domain}";
        if (Encoding.UTF8.GetByteCount(trimmed) > EmailAddress.MaxLength || Encoding.UTF8.GetByteCount(key) > EmailAddress.MaxLength)
        {
            return false;
        }

        value = trimmed;
        normalized = key;
        return true;
    }

    private static bool TryLocalPart(string text, [NotNullWhen(true)] out string? folded)
    {
        folded = null;
        if (Encoding.UTF8.GetByteCount(text) > MaxLocalOctets || !(IsDotAtom(text) || IsQuoted(text)))
        {
            return false;
        }

        folded = FoldedText.Of(Unquoted(text));
        return true;
    }

    private static bool IsDotAtom(ReadOnlySpan<char> text)
    {
        var afterDot = true;
        foreach (var rune in text.EnumerateRunes())
        {
            var isDot = rune.Value == '.';
            if (isDot ? afterDot : !IsAtomText(rune))
            {
                return false;
            }

            afterDot = isDot;
        }

        return !afterDot;
    }

    private static bool IsAtomText(Rune rune) =>
        rune.IsAscii ? Rune.IsLetterOrDigit(rune) || s_atomSymbols.Contains((char)rune.Value) : IsWordCharacter(rune);

    // RFC 6531 admits every non-ASCII character; a mailbox that people type is made of letters, marks and numbers.
    private static bool IsWordCharacter(Rune rune) => Rune.GetUnicodeCategory(rune) <= UnicodeCategory.OtherNumber;

    private static bool IsQuoted(string text)
    {
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"')
        {
            return false;
        }

        var escaped = false;
        foreach (var c in text.AsSpan(1, text.Length - 2))
        {
            if (escaped ? !char.IsAscii(c) : c == '"')
            {
                return false;
            }

            escaped = !escaped && c == '\\';
        }

        return !escaped;
    }

    // "ab"@x and ab@x are the same mailbox; quotes stay only where the content needs them.
    private static string Unquoted(string local)
    {
        if (local[0] != '"')
        {
            return local;
        }

        var content = new StringBuilder();
        for (var i = 1; i < local.Length - 1; i++)
        {
            content.Append(local[i] == '\\' ? local[++i] : local[i]);
        }

        var text = content.ToString();
        return IsDotAtom(text)
            ? text
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    private static bool TryDomain(string text, [NotNullWhen(true)] out string? ascii)
    {
        ascii = null;
        var domain = Ascii.IsValid(text) ? text : ToAscii(text);
        if (domain is null || domain.Length == 0)
        {
            return false;
        }

        var labels = domain.Split('.');
        if (!labels.All(IsHostLabel) || labels[^1].All(char.IsAsciiDigit))
        {
            return false;
        }

        ascii = domain.ToLowerInvariant();
        return true;
    }

    private static string? ToAscii(string domain)
    {
        // Ideographic and full-width dots are folded to '.' by IDNA; format characters join letters in Persian and Indic names.
        foreach (var rune in domain.EnumerateRunes())
        {
            if (!(rune.IsAscii || IsWordCharacter(rune) || rune.Value is 0xB7 or 0x200C or 0x200D or 0x3002 or 0xFF0E or 0xFF61 or 0x30FB))
            {
                return null;
            }
        }

        try
        {
            return s_idn.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsHostLabel(string label) =>
        label.Length is > 0 and <= MaxLabel && label[0] != '-' && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
