namespace Crm.Domain.Customers;

/// <summary>Compares folded names, places and other short texts of one or a few words.</summary>
internal static class NameLevel
{
    private const double SimilarJaroWinkler = .88;

    public static MatchLevel Of(FieldText a, FieldText b)
    {
        if (string.Equals(a.Compact, b.Compact, StringComparison.Ordinal))
        {
            return MatchLevel.Exact;
        }

        var level = OfText(a, b);
        return level < MatchLevel.Similar && (a.Words.Length > 1 || b.Words.Length > 1) && SharesWord(a, b) ? MatchLevel.Partial : level;
    }

    private static MatchLevel OfText(FieldText a, FieldText b)
    {
        var (x, y) = (a.Compact, b.Compact);
        var (shorter, longer) = x.Length <= y.Length ? (x, y) : (y, x);
        if (shorter.Length == 1)
        {
            return longer[0] == shorter[0] ? MatchLevel.Partial : MatchLevel.Different;
        }

        var edits = TextDistance.Edits(x, y, 3);
        if ((edits <= 1 && shorter.Length >= 3) || (edits <= 2 && shorter.Length >= 6))
        {
            return MatchLevel.Near;
        }

        if ((edits <= 3 && shorter.Length >= 9) || (shorter.Length >= 4 && TextDistance.JaroWinkler(x, y) >= SimilarJaroWinkler)
            || (a.Sound.Length >= 2 && string.Equals(a.Sound, b.Sound, StringComparison.Ordinal)) || SameWords(a, b))
        {
            return MatchLevel.Similar;
        }

        return shorter.Length >= 3 && longer.StartsWith(shorter, StringComparison.Ordinal) ? MatchLevel.Partial : MatchLevel.Different;
    }

    private static bool SameWords(FieldText a, FieldText b) =>
        a.Words.Length == b.Words.Length && a.Words.Length > 1 && a.Words.Order(StringComparer.Ordinal).SequenceEqual(b.Words.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static bool SharesWord(FieldText a, FieldText b)
    {
        foreach (var word in a.Words)
        {
            if (word.Length > 2 && Array.IndexOf(b.Words, word) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
