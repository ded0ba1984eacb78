using System.Globalization;
using System.Text;

namespace Crm.Domain.Values;

/// <summary>
/// The form in which texts meet that people take for the same: folded (<see cref="FoldedText"/>), and without the accents of
/// alphabets, so that <c>müller</c> meets <c>Muller</c>. For comparison and search only, never for display.
/// </summary>
public static class ComparisonKey
{
    /// <summary>The comparison form of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The form; taking it again changes nothing.</returns>
    public static string Of(string text)
    {
        var folded = FoldedText.Of(text);
        if (Ascii.IsValid(folded))
        {
            return folded;
        }

        var plain = new StringBuilder(folded.Length);
        foreach (var rune in folded.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (!IsAccent(rune))
            {
                plain.Append(rune.Value switch { 'ς' => "σ", 'ß' => "ss", 'æ' => "ae", 'œ' => "oe", 'ø' => "o", 'ł' => "l", 'đ' => "d", 'ı' => "i", _ => Rune.ToLowerInvariant(rune).ToString() });
            }
        }

        return plain.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>The words of a text in comparison form: what stands between spaces, punctuation and symbols.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The words in order, none of them empty.</returns>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in Of(text).EnumerateRunes())
        {
            if (IsWordRune(rune))
            {
                word.Append(rune.ToString());
            }
            else
            {
                Complete();
            }
        }

        Complete();
        return words;

        void Complete()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    /// <summary>Letters and digits of a text alone, in comparison form: <c>C-2024/17</c> becomes <c>c202417</c>.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The joined words.</returns>
    public static string Compact(string text) => string.Concat(Words(text));

    private static bool IsWordRune(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    // Marks that alphabets carry above and below letters. Those of Indic scripts are vowels, and stay.
    private static bool IsAccent(Rune rune) => rune.Value is (>= 0x300 and <= 0x36F) or (>= 0x591 and <= 0x5BD) or 0x5BF or (>= 0x5C1 and <= 0x5C7)
        or (>= 0x610 and <= 0x61A) or (>= 0x64B and <= 0x65F) or 0x670;
}
