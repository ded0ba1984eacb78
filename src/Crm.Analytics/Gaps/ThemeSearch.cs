using Crm.Analytics.Baskets;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Gaps;

/// <summary>
/// Themes of needs: sets of terms that many people's needs have in common, taken one after the other by the people that no theme has
/// yet, a longer set before a shorter one that says less.
/// </summary>
internal static class ThemeSearch
{
    // Beyond this, combinations are so many that the rare ones among them say nothing new.
    private const int MaximumSets = 20_000;

    public static (List<NeedTheme> Themes, int WithoutTheme, bool IsTruncated) Find(IReadOnlyList<UnmetNeed> needs, GapOptions options)
    {
        var table = BasketTable.From(needs.Select(need => need.Terms.Where(term => term.Length > 0).Select(term => (PurchaseKey)term)));
        var itemsets = FrequentItemsets.Find(
            table,
            new ItemsetOptions { MinimumCount = options.MinimumPeople, Kind = ItemsetKind.Closed, MaximumSize = options.MaximumTerms, MaximumItemsets = MaximumSets, DegreeOfParallelism = 1 });
        var people = PeopleOf(needs);
        var sets = Candidates(itemsets, table).Where(set => People(set.Needs, people).Count >= options.MinimumPeople).ToList();
        var (themes, taken) = (new List<NeedTheme>(), new bool[needs.Count]);
        while (themes.Count < options.Count && Best(sets, people, taken, options) is { } best)
        {
            sets.Remove(best);
            int[] own = [.. best.Needs.Where(need => !taken[need])];
            foreach (var need in own) taken[need] = true;
            themes.Add(new NeedTheme
            {
                Terms = best.Terms,
                People = People(own, people).Count,
                Customers = own.Select(need => needs[need].Customer).OfType<PurchaseKey>().Distinct().Count(),
                Evidence = [.. own.Select(need => needs[need])],
            });
        }

        return ([.. themes.OrderByDescending(theme => theme.People).ThenBy(theme => string.Join(' ', theme.Terms), StringComparer.Ordinal)], taken.Count(isTaken => !isTaken), itemsets.IsTruncated);
    }

    // A person who says a thing five times is one person; who cannot be told apart is one each time.
    private static int[] PeopleOf(IReadOnlyList<UnmetNeed> needs)
    {
        var known = new Dictionary<(PurchaseKey?, string), int>();
        return [.. needs.Select((need, place) =>
        {
            var key = need.Customer is { } customer ? (customer, string.Empty) : ((PurchaseKey?)null, need.Visitor is { } visitor ? $"v{visitor}" : $"n{place}");
            if (!known.TryGetValue(key, out var person)) known.Add(key, person = known.Count);
            return person;
        })];
    }

    private static IEnumerable<TermSet> Candidates(ItemsetTable itemsets, BasketTable table)
    {
        // The needs of each term, ascending, once for all sets.
        var byTerm = new List<int>[table.Items.Count];
        for (var term = 0; term < byTerm.Length; term++) byTerm[term] = [];
        for (var need = 0; need < table.Count; need++)
        {
            foreach (var term in table.ItemsOf(need)) byTerm[term].Add(need);
        }

        foreach (var set in itemsets)
        {
            IEnumerable<int> needs = byTerm[set.Items[0]];
            foreach (var term in set.Items.Skip(1)) needs = needs.Intersect(byTerm[term]);
            yield return new TermSet([.. set.Items.Select(term => table.Items[term].AsText()).Order(StringComparer.Ordinal)], [.. needs.Order()]);
        }
    }

    private static HashSet<int> People(IEnumerable<int> needs, int[] people) => [.. needs.Select(need => people[need])];

    // People count, and words: two words that forty people say are more of a theme than one that fifty say.
    private static TermSet? Best(List<TermSet> sets, int[] people, bool[] taken, GapOptions options)
    {
        var best = default(TermSet);
        var bestScore = 0.0;
        foreach (var set in sets)
        {
            var count = People(set.Needs.Where(need => !taken[need]), people).Count;
            var score = count * Math.Sqrt(set.Terms.Count);
            if (count >= options.MinimumPeople && (score > bestScore || (score == bestScore && best is not null && string.CompareOrdinal(set.Name, best.Name) < 0)))
                (best, bestScore) = (set, score);
        }

        return best;
    }

    private sealed record TermSet(IReadOnlyList<string> Terms, IReadOnlyList<int> Needs)
    {
        public string Name { get; } = string.Join(' ', Terms);
    }
}
