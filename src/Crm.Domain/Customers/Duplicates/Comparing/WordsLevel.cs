namespace Crm.Domain.Customers;

/// <summary>Compares names of organisations and streets word by word, in any order; rare words count more than common ones.</summary>
internal static class WordsLevel
{
    private const int MaxWords = 64;
    private const double Near = .85;
    private const double Similar = .6;
    private const double Partial = .35;
    private const double Contained = .9;
    private const double Own = .15;

    public static MatchLevel Of(FieldText a, FieldText b, FieldPool pool)
    {
        if (string.Equals(a.Compact, b.Compact, StringComparison.Ordinal))
        {
            return MatchLevel.Exact;
        }

        var (shared, ofA, ofB, apart, own) = Weigh(a.Words, b.Words, pool);
        var score = 2 * shared / (ofA + ofB);
        var contained = shared / Math.Min(ofA, ofB);
        var level = score >= 1 - 1e-9 ? MatchLevel.Exact
            : score >= Near || OneSlip(a.Compact, b.Compact) ? MatchLevel.Near
            : (score >= Similar && !own) || (contained >= Contained && score >= (Similar + Partial) / 2) ? MatchLevel.Similar
            : score >= Partial || contained >= Contained ? MatchLevel.Partial
            : MatchLevel.Different;

        // Number 12 and number 14 of a chain, model 4 and model 5: what has its own number is its own thing.
        return apart && level > MatchLevel.Different ? level - 1 : level;
    }

    private static bool OneSlip(string x, string y) => Math.Min(x.Length, y.Length) >= 4 && !x.Any(char.IsAsciiDigit)
        && TextDistance.Edits(x, y, 2) <= (Math.Min(x.Length, y.Length) >= 8 ? 2 : 1);

    private static (double Shared, double OfA, double OfB, bool Apart, bool Own) Weigh(string[] a, string[] b, FieldPool pool)
    {
        var (lengthA, lengthB) = (Math.Min(a.Length, MaxWords), Math.Min(b.Length, MaxWords));
        Span<bool> taken = stackalloc bool[MaxWords];
        taken.Clear();
        var (shared, ofA, ofB, apartA, apartB, ownA, ownB) = (0d, 0d, 0d, false, false, 0d, 0d);
        for (var j = 0; j < lengthB; j++)
        {
            ofB += pool.Weight(b[j]);
        }

        for (var i = 0; i < lengthA; i++)
        {
            var weight = pool.Weight(a[i]);
            ofA += weight;
            var (best, found) = (0d, -1);
            for (var j = 0; j < lengthB; j++)
            {
                var likeness = taken[j] ? 0 : Likeness(a[i], b[j]);
                if (likeness > best)
                {
                    (best, found) = (likeness, j);
                }
            }

            if (found >= 0)
            {
                taken[found] = true;
                shared += best * (weight + pool.Weight(b[found])) / 2;
            }
            else
            {
                ownA += weight;
                apartA |= HasDigit(a[i]);
            }
        }

        for (var j = 0; j < lengthB; j++)
        {
            apartB |= !taken[j] && HasDigit(b[j]);
            ownB += taken[j] ? 0 : pool.Weight(b[j]);
        }

        // Two departments of one house: each has a word of its own.
        return (shared, ofA, ofB, apartA && apartB, ownA > Own * ofA && ownB > Own * ofB);
    }

    private static double Likeness(string x, string y)
    {
        if (string.Equals(x, y, StringComparison.Ordinal))
        {
            return 1;
        }

        var (shorter, longer) = x.Length <= y.Length ? (x, y) : (y, x);
        if (HasDigit(x) || HasDigit(y))
        {
            return 0;
        }

        if (shorter.Length <= 2)
        {
            return shorter.Length == 1 && longer[0] == shorter[0] ? .5 : 0;
        }

        if (shorter.Length >= 4 && TextDistance.Edits(x, y, 2) <= (shorter.Length >= 7 ? 2 : 1))
        {
            return .9;
        }

        return longer.StartsWith(shorter, StringComparison.Ordinal) ? .8 : 0;
    }

    private static bool HasDigit(string word) => word.AsSpan().ContainsAnyInRange('0', '9');
}
