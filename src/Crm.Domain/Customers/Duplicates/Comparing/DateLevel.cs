namespace Crm.Domain.Customers;

/// <summary>Compares dates of birth that are written <c>yyyyMMdd</c> with <c>0</c> for what is not known, or as any text.</summary>
internal static class DateLevel
{
    private const int Length = 8;

    public static MatchLevel Of(FieldText a, FieldText b)
    {
        var (x, y) = (a.Text, b.Text);
        if (x == y)
        {
            return IsWhole(x) ? MatchLevel.Exact : Parts(x) == 2 ? MatchLevel.Similar : MatchLevel.Partial;
        }

        if (x.Length != Length || y.Length != Length)
        {
            return TextDistance.Edits(x, y, 1) <= 1 ? MatchLevel.Near : MatchLevel.Different;
        }

        return IsWhole(x) && IsWhole(y) ? OfWhole(x, y) : OfKnown(x, y);
    }

    private static MatchLevel OfWhole(string x, string y)
    {
        var (year, month, day) = (Part(x, 0, 4, y), Part(x, 4, 2, y), Part(x, 6, 2, y));
        var exchanged = x.AsSpan(4, 2).SequenceEqual(y.AsSpan(6, 2)) && x.AsSpan(6, 2).SequenceEqual(y.AsSpan(4, 2));
        if (year + month + day == 1 || (year == 0 && exchanged))
        {
            return MatchLevel.Near;
        }

        // Two parts agree and the third does not at all, or nothing but two single digits differ in all.
        var equal = (year == 0 ? 1 : 0) + (month == 0 ? 1 : 0) + (day == 0 ? 1 : 0);
        if (equal == 2 || (exchanged && year == 1))
        {
            return MatchLevel.Similar;
        }

        return equal == 1 && year <= 1 && TextDistance.Edits(x, y, 3) <= 3 ? MatchLevel.Partial : MatchLevel.Different;
    }

    private static MatchLevel OfKnown(string x, string y)
    {
        var (known, equal) = (0, 0);
        foreach (var (start, length) in new[] { (0, 4), (4, 2), (6, 2) })
        {
            var p = x.AsSpan(start, length);
            var q = y.AsSpan(start, length);
            if (p.ContainsAnyExcept('0') && q.ContainsAnyExcept('0'))
            {
                known++;
                equal += p.SequenceEqual(q) ? 1 : 0;
            }
        }

        return known == 0 ? MatchLevel.Missing : equal < known ? MatchLevel.Different : known == 2 ? MatchLevel.Similar : MatchLevel.Partial;
    }

    private static int Part(string x, int start, int length, string y) => TextDistance.Edits(x.AsSpan(start, length), y.AsSpan(start, length), 1);

    private static bool IsWhole(string text) => Parts(text) == 3;

    private static int Parts(string text) => text.Length != Length
        ? 3
        : (text.AsSpan(0, 4).ContainsAnyExcept('0') ? 1 : 0) + (text.AsSpan(4, 2).ContainsAnyExcept('0') ? 1 : 0) + (text.AsSpan(6, 2).ContainsAnyExcept('0') ? 1 : 0);
}
