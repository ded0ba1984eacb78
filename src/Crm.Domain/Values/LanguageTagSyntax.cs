namespace Crm.Domain.Values;

/// <summary>The grammar of RFC 5646 section 2.1 without its irregular tags, over subtags in lower case.</summary>
internal static class LanguageTagSyntax
{
    public static bool IsWellFormed(ReadOnlySpan<string> subtags)
    {
        if (!subtags.ToArray().All(subtag => subtag.Length is >= 1 and <= 8 && subtag.All(char.IsAsciiLetterOrDigit)))
        {
            return false;
        }

        return IsPrivate(subtags) || (TryLanguage(ref subtags) && TryVariants(ref subtags) && TryExtensions(ref subtags)
            && (subtags.IsEmpty || IsPrivate(subtags)));
    }

    private static bool IsPrivate(ReadOnlySpan<string> subtags) => subtags is ["x", _, ..];

    // language, up to three extended languages, script, region
    private static bool TryLanguage(ref ReadOnlySpan<string> subtags)
    {
        if (!Letters(subtags[0], 2, 8))
        {
            return false;
        }

        var canExtend = subtags[0].Length <= 3;
        subtags = subtags[1..];
        for (var i = 0; i < 3 && canExtend && !subtags.IsEmpty && Letters(subtags[0], 3, 3); i++)
        {
            subtags = subtags[1..];
        }

        if (!subtags.IsEmpty && Letters(subtags[0], 4, 4))
        {
            subtags = subtags[1..];
        }

        if (!subtags.IsEmpty && (Letters(subtags[0], 2, 2) || (subtags[0].Length == 3 && subtags[0].All(char.IsAsciiDigit))))
        {
            subtags = subtags[1..];
        }

        return true;
    }

    // No variant twice.
    private static bool TryVariants(ref ReadOnlySpan<string> subtags)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!subtags.IsEmpty && (subtags[0].Length >= 5 || (subtags[0].Length == 4 && char.IsAsciiDigit(subtags[0][0]))))
        {
            if (!seen.Add(subtags[0]))
            {
                return false;
            }

            subtags = subtags[1..];
        }

        return true;
    }

    // No singleton twice, and at least one subtag of two characters or more after each.
    private static bool TryExtensions(ref ReadOnlySpan<string> subtags)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!subtags.IsEmpty && subtags[0].Length == 1 && subtags[0] != "x")
        {
            if (!seen.Add(subtags[0]) || subtags.Length < 2 || subtags[1].Length < 2)
            {
                return false;
            }

            subtags = subtags[1..];
            while (!subtags.IsEmpty && subtags[0].Length > 1)
            {
                subtags = subtags[1..];
            }
        }

        return true;
    }

    private static bool Letters(string subtag, int min, int max) =>
        subtag.Length >= min && subtag.Length <= max && subtag.All(char.IsAsciiLetter);
}
