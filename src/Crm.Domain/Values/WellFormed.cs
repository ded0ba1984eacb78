using System.Text;

namespace Crm.Domain.Values;

/// <summary>Unicode text that can be normalised: no lone surrogate, no U+FFFE (both make <see cref="string.Normalize()"/> throw).</summary>
internal static class WellFormed
{
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (text[0] == '\uFFFE' || Rune.DecodeFromUtf16(text, out _, out var used) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[used..];
        }

        return true;
    }

    /// <summary>The text with every ill-formed unit replaced by U+FFFD.</summary>
    public static string Repair(string text)
    {
        if (IsWellFormed(text))
        {
            return text;
        }

        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            repaired.Append(rune.Value == 0xFFFE ? "\uFFFD" : rune.ToString());
        }

        return repaired.ToString();
    }
}
