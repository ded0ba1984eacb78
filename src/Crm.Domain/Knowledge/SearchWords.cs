using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>Cuts questions into folded words.</summary>
internal static class SearchWords
{
    private const int MaxWords = 32;

    public static IReadOnlyList<string> Of(string? text)
    {
        var folded = FoldedText.Of(text ?? string.Empty);
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= folded.Length && words.Count < MaxWords; i++)
        {
            if (i < folded.Length && char.IsLetterOrDigit(folded[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                var word = folded[start..i];
                start = -1;
                if (!words.Contains(word, StringComparer.Ordinal))
                {
                    words.Add(word);
                }
            }
        }

        return words;
    }

    /// <summary>Whether a folded text has a word that begins with <paramref name="word"/>.</summary>
    public static bool Contains(string folded, string word)
    {
        for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetterOrDigit(folded[at - 1]))
            {
                return true;
            }
        }

        return false;
    }
}
