using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Crm.Domain.Values;

/// <summary>
/// Text of one line: no control character (so no CR, LF, NUL or tab), no U+2028 or U+2029, well-formed, trimmed, in NFC,
/// of limited length (UTF-16 units, after that). Nothing else is changed or refused.
/// </summary>
internal static class SingleLine
{
    /// <summary>Cleans a text; blank gives the empty text.</summary>
    public static bool TryClean(string? text, int maxLength, [NotNullWhen(true)] out string? cleaned)
    {
        cleaned = null;
        if (text is null || !IsSingleLine(text) || !WellFormed.IsWellFormed(text))
        {
            return false;
        }

        var normal = text.Trim().Normalize(NormalizationForm.FormC);
        cleaned = normal.Length <= maxLength ? normal : null;
        return cleaned is not null;
    }

    /// <summary>The cleaned text, or null where there is none.</summary>
    /// <exception cref="ArgumentException">The text has a line break or control character, is ill-formed or too long.</exception>
    public static string? Optional(string? text, int maxLength, string name)
    {
        if (text is null)
        {
            return null;
        }

        return TryClean(text, maxLength, out var cleaned) ? (cleaned.Length == 0 ? null : cleaned) : throw Refused(maxLength, name);
    }

    /// <summary>The cleaned text.</summary>
    /// <exception cref="ArgumentException">
    /// The text is null or blank, has a line break or control character, is ill-formed or too long.
    /// </exception>
    public static string Required(string? text, int maxLength, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        return TryClean(text, maxLength, out var cleaned) ? cleaned : throw Refused(maxLength, name);
    }

    private static bool IsSingleLine(string text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029')
            {
                return false;
            }
        }

        return true;
    }

    private static ArgumentException Refused(int maxLength, string name) =>
        new($"One line of at most {maxLength} characters was expected, without control characters.", name);
}
