using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Crm.Domain.Values;

/// <summary>
/// The form in which texts meet that people take for the same: folded (<see cref="FoldedText"/>), and without the accents of
/// alphabets, and with letters of other alphabets that look Latin as Latin ones (<see cref="ConfusableText"/>), so that
/// <c>müller</c> meets <c>Muller</c>, and <c>Аnna</c> with a Cyrillic А meets <c>Anna</c>. For comparison and search only, never for display.
/// </summary>
public static class ComparisonKey
{
    private const int MaxRounds = 8;

    private static readonly ConcurrentDictionary<Rune, string> s_plain = new();

    /// <summary>The comparison form of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The form; taking it again changes nothing.</returns>
    public static string Of(string text)
    {
        // A letter that is replaced can compose with what stands beside it, so that another round finds more to do.
        var form = Once(text);
        for (var round = 0; round < MaxRounds && !Ascii.IsValid(form) && Once(form) is var next && !string.Equals(next, form, StringComparison.Ordinal); round++)
        {
            form = next;
        }

        return form;
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

    private static string Once(string text)
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
                plain.Append(rune.IsAscii ? Rune.ToLowerInvariant(rune).ToString() : s_plain.GetOrAdd(rune, Plain));
            }
        }

        return plain.ToString().Normalize(NormalizationForm.FormKC);
    }

    // Case first, so that both cases stay together; then the Latin letter that either case can be taken for.
    private static string Plain(Rune rune)
    {
        var lower = rune.Value == 'ς' ? new Rune('σ') : Rune.ToLowerInvariant(rune);
        return lower.Value switch
        {
            'ß' => "ss",
            _ when Rune.GetUnicodeCategory(lower) == UnicodeCategory.DecimalDigitNumber => ((char)('0' + (int)Rune.GetNumericValue(lower))).ToString(),
            _ when !CanLookLatin(lower) => lower.ToString(),
            _ => Latin(lower) ?? Latin(Rune.ToUpperInvariant(lower)) ?? lower.ToString(),
        };
    }

    private static string? Latin(Rune rune)
    {
        var letters = ConfusableText.PrototypeOf(rune) is { } prototype ? string.Concat(prototype.EnumerateRunes().Where(r => !IsAccent(r))) : null;
        return letters is { Length: > 0 } && letters.All(char.IsAsciiLetter) ? letters.ToLowerInvariant() : null;
    }

    // Hebrew, Arabic, Indic and East Asian letters are not taken for Latin ones within a name.
    private static bool CanLookLatin(Rune rune) => Rune.IsLetter(rune) && rune.Value is < 0x590 or (>= 0x13A0 and < 0x1400) or (>= 0x1D00 and < 0x2C00) or >= 0xAB30 and < 0xABC0 or >= 0x1D400 and < 0x1D800;

    private static bool IsWordRune(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    // Marks that alphabets carry above and below letters. Those of Indic scripts are vowels, and stay.
    private static bool IsAccent(Rune rune) => rune.Value is (>= 0x300 and <= 0x36F) or (>= 0x591 and <= 0x5BD) or 0x5BF or (>= 0x5C1 and <= 0x5C7)
        or (>= 0x610 and <= 0x61A) or (>= 0x64B and <= 0x65F) or 0x670;
}
