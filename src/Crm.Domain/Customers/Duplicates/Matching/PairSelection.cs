namespace Crm.Domain.Customers;

/// <summary>What pairs say about each other.</summary>
internal static class PairSelection
{
    private const int LargestGroup = 50;

    /// <summary>Of two partners of one record in a clean file, one is wrong: the likelier stays, unless both partners are one customer themselves.</summary>
    public static List<DuplicateMatch> OneToOne(List<DuplicateMatch> pairs, RecordTable table, PairScorer scorer, DuplicateRules rules)
    {
        var (lefts, rights) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        var kept = new List<DuplicateMatch>(pairs.Count);
        foreach (var pair in pairs.OrderByDescending(p => p.Score).ThenByDescending(p => p.Reasons.Sum(r => r.Weight)).ThenBy(p => p.Left).ThenBy(p => p.Right))
        {
            var free = (!lefts.TryGetValue(pair.Left, out var right) || IsOne(table.Left + right, table.Left + pair.Right))
                && (!rights.TryGetValue(pair.Right, out var left) || IsOne(left, pair.Left));
            if (free)
            {
                kept.Add(pair);
                lefts.TryAdd(pair.Left, pair.Right);
                rights.TryAdd(pair.Right, pair.Left);
            }
        }

        return kept;

        bool IsOne(int a, int b) => scorer.Score(a, b) >= rules.Auto;
    }

    /// <summary>Compares within each group of connected records those that did not meet, and says how many there were.</summary>
    public static long Close(List<DuplicateMatch> pairs, PairScorer scorer)
    {
        var seen = pairs.Select(p => (p.Left, p.Right)).ToHashSet();
        var compared = 0L;
        foreach (var group in Groups(pairs))
        {
            for (var i = 0; i < group.Count && group.Count is > 2 and <= LargestGroup; i++)
            {
                for (var j = i + 1; j < group.Count; j++)
                {
                    if (seen.Contains((group[i], group[j])))
                    {
                        continue;
                    }

                    compared++;
                    if (scorer.Match(group[i], group[j], 0) is { } match)
                    {
                        pairs.Add(match);
                    }
                }
            }
        }

        return compared;
    }

    private static IEnumerable<List<int>> Groups(List<DuplicateMatch> pairs)
    {
        var parents = new Dictionary<int, int>();
        foreach (var pair in pairs)
        {
            var (a, b) = (Root(pair.Left), Root(pair.Right));
            parents[Math.Max(a, b)] = Math.Min(a, b);
        }

        return parents.Keys.Order().GroupBy(Root).Select(g => g.Order().ToList());

        int Root(int record)
        {
            parents.TryAdd(record, record);
            while (parents[record] != record)
            {
                parents[record] = parents[parents[record]];
                record = parents[record];
            }

            return record;
        }
    }
}
