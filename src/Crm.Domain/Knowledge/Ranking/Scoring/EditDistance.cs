namespace Crm.Domain.Knowledge;

/// <summary>The edits between two terms: letters put in, left out, exchanged, and neighbours swapped (Damerau 1964, each stretch edited once).</summary>
internal static class EditDistance
{
    /// <summary>The distance, or <paramref name="most"/> + 1 when it is larger.</summary>
    public static int Of(ReadOnlySpan<char> first, ReadOnlySpan<char> second, int most)
    {
        if (Math.Abs(first.Length - second.Length) > most)
        {
            return most + 1;
        }

        Span<int> rows = stackalloc int[3 * (second.Length + 1)];
        var before = rows[..(second.Length + 1)];
        var last = rows.Slice(second.Length + 1, second.Length + 1);
        var row = rows[(2 * (second.Length + 1))..];
        for (var j = 0; j < last.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= first.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < row.Length; j++)
            {
                var edits = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                {
                    edits = Math.Min(edits, before[j - 2] + 1);
                }

                row[j] = edits;
                least = Math.Min(least, edits);
            }

            if (least > most)
            {
                return most + 1;
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return Math.Min(last[^1], most + 1);
    }
}
