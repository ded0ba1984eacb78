namespace Crm.Domain.Customers;

/// <summary>How far two short texts are apart.</summary>
internal static class TextDistance
{
    private const int OnStack = 64;
    private const int PrefixLength = 4;
    private const double PrefixScale = .1;

    /// <summary>
    /// Letters to insert, delete, replace or exchange with their neighbour (Damerau–Levenshtein, optimal string alignment);
    /// <paramref name="limit"/> + 1 for whatever is farther.
    /// </summary>
    public static int Edits(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }

        Trim(ref a, ref b);
        if (a.Length == 0 || b.Length == 0)
        {
            return Math.Max(a.Length, b.Length);
        }

        var width = b.Length + 1;
        var rows = width <= OnStack ? stackalloc int[3 * OnStack] : new int[3 * width];
        var before = rows[..width];
        var last = rows.Slice(width, width);
        var row = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + 1);
                }

                row[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[b.Length];
    }

    /// <summary>Similarity of Jaro with Winkler's bonus for a common beginning: 0 nothing in common, 1 equal.</summary>
    public static double JaroWinkler(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        var jaro = Jaro(a, b);
        var prefix = a[..Math.Min(a.Length, PrefixLength)].CommonPrefixLength(b);
        return jaro + (prefix * PrefixScale * (1 - jaro));
    }

    private static double Jaro(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var window = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        var takenA = a.Length <= OnStack ? stackalloc bool[OnStack] : new bool[a.Length];
        var takenB = b.Length <= OnStack ? stackalloc bool[OnStack] : new bool[b.Length];
        takenA.Clear();
        takenB.Clear();
        var common = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var end = Math.Min(b.Length, i + window + 1);
            for (var j = Math.Max(0, i - window); j < end; j++)
            {
                if (!takenB[j] && a[i] == b[j])
                {
                    takenA[i] = takenB[j] = true;
                    common++;
                    break;
                }
            }
        }

        if (common == 0)
        {
            return 0;
        }

        var (exchanged, next) = (0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            if (takenA[i])
            {
                while (!takenB[next])
                {
                    next++;
                }

                exchanged += a[i] == b[next++] ? 0 : 1;
            }
        }

        var m = (double)common;
        return ((m / a.Length) + (m / b.Length) + ((m - (exchanged / 2)) / m)) / 3;
    }

    private static void Trim(ref ReadOnlySpan<char> a, ref ReadOnlySpan<char> b)
    {
        var prefix = a.CommonPrefixLength(b);
        a = a[prefix..];
        b = b[prefix..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }
    }
}
