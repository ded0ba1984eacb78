namespace Crm.Domain.Values;

/// <summary>The parts of a full name, found by position and by the words of <see cref="PersonNameWords"/>.</summary>
internal sealed record PersonNameParts(string? Given, string? Family, string? Prefix, string? Middle, string? Suffix, string? Nickname)
{
    /// <summary>The parts; null where commas leave more than two pieces of name.</summary>
    public static PersonNameParts? Split(string text)
    {
        var (nickname, rest) = WithoutNickname(text);
        var pieces = rest.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        var suffixes = TakeSuffixPieces(pieces);
        if (pieces.Count is 0 or > 2)
        {
            return null;
        }

        var words = Words(pieces[^1]);
        var familyFirst = pieces.Count == 2;
        var prefixes = Take(words, 0, words.SkipLast(familyFirst ? 0 : 1).TakeWhile(PersonNameWords.IsPrefix).Count());
        Prepend(suffixes, TakeTrailingSuffixes(words, keep: familyFirst || prefixes.Count > 0 ? 1 : 2));

        List<string> family;
        if (familyFirst)
        {
            family = Words(pieces[0]);
            Prepend(suffixes, TakeTrailingSuffixes(family, keep: 1));
        }
        else
        {
            family = words.Count > 1 || IsFamilyName(prefixes, suffixes) ? Take(words, FamilyStart(words), words.Count) : [];
        }

        return new(words.FirstOrDefault(), Text(family), Text(prefixes), Text(words.Skip(1)), Text(suffixes, ", "), nickname);
    }

    // Titles and suffixes go with family names (Dr. Planck), but Sir and Dame with given names.
    private static bool IsFamilyName(List<string> prefixes, List<string> suffixes) =>
        prefixes.Count + suffixes.Count > 0 && !prefixes.Exists(PersonNameWords.IsGivenNameTitle);

    // The first particle with a word before it and one after it; the word before a connector (Velasquez y Garcia); else the last word.
    private static int FamilyStart(List<string> words)
    {
        for (var i = 1; i < words.Count - 1; i++)
        {
            if (PersonNameWords.IsParticle(words[i]))
            {
                return i;
            }

            if (i > 1 && PersonNameWords.IsConnector(words[i]))
            {
                return i - 1;
            }
        }

        return Math.Max(0, words.Count - 1);
    }

    private static List<string> TakeSuffixPieces(List<string> pieces)
    {
        var suffixes = new List<string>();
        var hasCredentials = pieces.Count > 2 && pieces[^1].Split(' ').All(PersonNameWords.LooksLikeCredential);
        while (pieces.Count > 1 && Words(pieces[^1]).TrueForAll(word =>
            PersonNameWords.IsSuffix(word) || (hasCredentials && PersonNameWords.LooksLikeCredential(word))))
        {
            suffixes.Insert(0, pieces[^1]);
            pieces.RemoveAt(pieces.Count - 1);
        }

        return suffixes;
    }

    private static List<string> TakeTrailingSuffixes(List<string> words, int keep)
    {
        var count = words.Skip(keep).Reverse().TakeWhile(PersonNameWords.IsSuffix).Count();
        return Take(words, words.Count - count, words.Count);
    }

    private static void Prepend(List<string> suffixes, List<string> words)
    {
        if (words.Count > 0)
        {
            suffixes.Insert(0, string.Join(' ', words));
        }
    }

    private static (string? Nickname, string Remainder) WithoutNickname(string text)
    {
        foreach (var (open, close) in PersonNameWords.NicknameMarks)
        {
            var start = text.IndexOf(open, StringComparison.Ordinal);
            var end = start < 0 ? -1 : text.IndexOf(close, start + 1);
            if (end > start + 1 && (start == 0 || text[start - 1] == ' ') && (end == text.Length - 1 || text[end + 1] is ' ' or ','))
            {
                var rest = text[..start] + text[(end + 1)..];
                return string.IsNullOrWhiteSpace(rest) ? (null, text) : (text[(start + 1)..end].Trim(), rest);
            }
        }

        return (null, text);
    }

    private static List<string> Take(List<string> words, int start, int end)
    {
        var taken = words[start..end];
        words.RemoveRange(start, taken.Count);
        return taken;
    }

    private static List<string> Words(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private static string? Text(IEnumerable<string> words, string separator = " ") =>
        string.Join(separator, words) is { Length: > 0 } text ? text : null;
}
