using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Crm.Domain.Values;

/// <summary>What people write around a telephone number: punctuation, digits of other scripts, <c>tel:</c>, an extension.</summary>
internal static class PhoneText
{
    private const int MaxText = 80;
    private const string Separators = "-./()~\u00AD\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30FC\uFF0D\uFF0E\uFF0F\uFF08\uFF09\u2060";

    // The longer words first: each is tried as a prefix.
    private static readonly string[] s_extensionWords = ["extension", "extn", "ext", "int", "x", "#"];

    /// <summary>Splits a text into dialled digits, whether a plus leads them, and the extension.</summary>
    public static bool TrySplit(string? text, [NotNullWhen(true)] out string? digits, out bool hasPlus, out string? extension)
    {
        digits = extension = null;
        hasPlus = false;
        if (text is null || text.Length > MaxText)
        {
            return false;
        }

        var number = text.AsSpan().Trim();
        number = number.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? number[4..].TrimStart() : number;
        var end = EndOfNumber(number);
        if (end < number.Length && !TryExtension(number[end..], out extension))
        {
            return false;
        }

        return TryDigits(number[..end], out digits, out hasPlus);
    }

    private static int EndOfNumber(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetter(text[i]) && !Separators.Contains(text[i]) || text[i] is '#' or ';')
            {
                return i;
            }
        }

        return text.Length;
    }

    private static bool TryExtension(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? extension)
    {
        extension = null;
        var rest = text.TrimStart("; ");
        foreach (var word in s_extensionWords)
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[word.Length..].TrimStart(".:= ").TrimEnd();
                var isExtension = rest.Length is > 0 and <= PhoneNumber.MaxExtensionLength && !rest.ContainsAnyExceptInRange('0', '9');
                extension = isExtension ? rest.ToString() : null;
                return extension is not null;
            }
        }

        return false;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? digits, out bool hasPlus)
    {
        digits = null;
        hasPlus = false;
        var found = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsDigit(c))
            {
                found.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            }
            else if (c is '+' or '\uFF0B' && found.Length == 0 && !hasPlus)
            {
                hasPlus = true;
            }
            else if (!(Separators.Contains(c) || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator))
            {
                return false;
            }
        }

        digits = found.ToString();
        return digits.Length > 0;
    }
}
