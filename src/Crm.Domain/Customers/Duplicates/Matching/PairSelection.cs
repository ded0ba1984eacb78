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

    /// <summary>
    /// Of two whose names are two, and who are held apart for a person to look, a third with a slip in the name may be either: Marxa is
    /// Marta or Maria. It waits with them.
    /// </summary>
    public static void HoldSlips(List<DuplicateMatch> pairs, DuplicateRules rules)
    {
        var apart = pairs.Where(p => p.Tier == DuplicateTiers.Review && p.Score >= rules.Auto && p.Contradictions.Count == 0)
            .SelectMany(p => new[] { (One: p.Left, Other: p.Right), (One: p.Right, Other: p.Left) }).ToLookup(p => p.One, p => p.Other);
        var known = apart.Count == 0 ? [] : pairs.Select(p => (p.Left, p.Right)).ToHashSet();
        for (var i = 0; i < pairs.Count && apart.Count > 0; i++)
        {
            var pair = pairs[i];
            if (pair.Tier == DuplicateTiers.Auto && pair.Reasons.Any(r => r.Field == DuplicateFields.GivenName && r.Level == DuplicateLevels.Near)
                && (apart[pair.Left].Any(third => IsKnown(third, pair.Right)) || apart[pair.Right].Any(third => IsKnown(third, pair.Left))))
            {
                pairs[i] = pair with { Tier = DuplicateTiers.Review };
            }
        }

        bool IsKnown(int a, int b) => known.Contains((Math.Min(a, b), Math.Max(a, b)));
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
