namespace Crm.Domain.Knowledge;

/// <summary>
/// Compares two lists of lines by the greedy algorithm of E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), 251-266.
/// </summary>
internal static class LineComparison
{
    // Its memory grows with the square of the difference; what differs more than this has nothing left to be shown side by side.
    private const int MostEdits = 1_000;

    public static List<KnowledgeDiffLine> Of(string[] before, string[] after)
    {
        var (start, most) = (0, Math.Min(before.Length, after.Length));
        while (start < most && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < most - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        var lines = before[..start].Select(Same).ToList();
        lines.AddRange(Middle(before[start..^end], after[start..^end]));
        lines.AddRange(before[^end..].Select(Same));
        return lines;
    }

    private static KnowledgeDiffLine Same(string text) => new(KnowledgeDiffKind.Same, text);

    private static IEnumerable<KnowledgeDiffLine> Middle(string[] before, string[] after)
    {
        var trace = before.Length == 0 || after.Length == 0 ? null : Trace(before, after);
        return trace is null
            ? before.Select(t => new KnowledgeDiffLine(KnowledgeDiffKind.Removed, t)).Concat(after.Select(t => new KnowledgeDiffLine(KnowledgeDiffKind.Added, t)))
            : Walk(before, after, trace);
    }

    // For each number of edits, how far along the first list each diagonal k = x - y is reached before it; null when too many are needed.
    private static List<int[]>? Trace(string[] before, string[] after)
    {
        var trace = new List<int[]>();
        var reached = new int[3];
        for (var edits = 0; edits <= Math.Min(MostEdits, before.Length + after.Length); edits++)
        {
            trace.Add(reached);
            var next = new int[(2 * edits) + 5];
            for (var k = -edits; k <= edits; k += 2)
            {
                var x = edits == 0 ? 0 : IsDown(reached, k, edits) ? At(reached, k + 1, edits - 1) : At(reached, k - 1, edits - 1) + 1;
                while (x < before.Length && x - k < after.Length && before[x] == after[x - k])
                {
                    x++;
                }

                next[k + edits + 2] = x;
                if (x >= before.Length && x - k >= after.Length)
                {
                    return trace;
                }
            }

            reached = next;
        }

        return null;
    }

    private static bool IsDown(int[] reached, int k, int edits) =>
        k == -edits || (k != edits && At(reached, k - 1, edits - 1) < At(reached, k + 1, edits - 1));

    private static int At(int[] reached, int k, int edits) => reached[k + edits + 2];

    private static List<KnowledgeDiffLine> Walk(string[] before, string[] after, List<int[]> trace)
    {
        var lines = new List<KnowledgeDiffLine>();
        var (x, y) = (before.Length, after.Length);
        for (var edits = trace.Count - 1; edits > 0; edits--)
        {
            var k = x - y;
            var isDown = IsDown(trace[edits], k, edits);
            var fromX = At(trace[edits], isDown ? k + 1 : k - 1, edits - 1);
            var fromY = fromX - (isDown ? k + 1 : k - 1);
            while (x > fromX && y > fromY)
            {
                lines.Add(Same(before[--x]));
                y--;
            }

            lines.Add(isDown ? new(KnowledgeDiffKind.Added, after[--y]) : new(KnowledgeDiffKind.Removed, before[--x]));
        }

        while (x > 0)
        {
            lines.Add(Same(before[--x]));
        }

        lines.Reverse();
        return lines;
    }
}
