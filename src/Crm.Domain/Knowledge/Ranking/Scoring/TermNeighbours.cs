namespace Crm.Domain.Knowledge;

/// <summary>Terms of the readable documents that stand in for one that they do not have.</summary>
internal readonly struct TermNeighbours(IndexView view, AudienceStatistics statistics)
{
    private const int MostCorrections = 3;
    private const int MostLike = 5;
    private const int MostCompletions = 8;
    private const double LeastLikeness = 0.4;

    /// <summary>The nearest terms with their weights: one edit from four letters on, two from eight.</summary>
    public List<(int Term, double Weight)> Corrections(string term)
    {
        var found = new List<(int Term, double Weight)>();
        if (term.Length is < 4 or > EditDistance.MaxLength || term.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return found;
        }

        var most = term.Length >= 8 ? 2 : 1;
        var mask = LetterMask.Of(term);
        var masks = view.Vocabulary.Masks[..view.TermCount];
        var distance = new EditDistance(term, stackalloc char[EditDistance.MaxLength], stackalloc ulong[EditDistance.MaxLength]);
        for (var other = 0; other < masks.Length; other++)
        {
            if (LetterMask.CanBeWithin(most, mask, masks[other]) && statistics.Frequency(other) > 0
                && distance.To(view.Vocabulary[other]) is var edits && edits <= most)
            {
                found.Add((other, RankingWeights.Correction(edits)));
            }
        }

        return Best(found, MostCorrections);
    }

    /// <summary>The terms that share most of their grams.</summary>
    public List<(int Term, double Weight)> Alike(string term)
    {
        Span<ulong> room = stackalloc ulong[(2 * WordScanner.MaxWord) + 4];
        var grams = GramIndex.Distinct(term, room);
        var shared = new Dictionary<int, int>();
        foreach (var gram in grams)
        {
            foreach (var other in view.Grams.TermsWith(gram))
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(shared, other, out _)++;
            }
        }

        Span<ulong> others = stackalloc ulong[(2 * WordScanner.MaxWord) + 4];
        for (var other = view.Grams.TermCount; other < view.TermCount; other++)
        {
            foreach (var gram in GramIndex.Distinct(view.Vocabulary[other], others))
            {
                if (grams.Contains(gram))
                {
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(shared, other, out _)++;
                }
            }
        }

        var found = new List<(int Term, double Weight)>();
        foreach (var (other, count) in shared)
        {
            var likeness = 2.0 * count / (grams.Length + CharacterGrams.Count(view.Vocabulary[other].Length));
            if (likeness >= LeastLikeness && statistics.Frequency(other) > 0)
            {
                found.Add((other, RankingWeights.Likeness * likeness));
            }
        }

        return Best(found, MostLike);
    }

    /// <summary>The most frequent terms that begin so.</summary>
    public List<(int Term, double Weight)> Completions(string beginning)
    {
        var terms = new List<int>();
        var sorted = view.Sorted.Value;
        sorted.Find(view.Vocabulary, beginning, terms);
        for (var other = sorted.TermCount; other < view.TermCount; other++)
        {
            if (view.Vocabulary[other].StartsWith(beginning, StringComparison.Ordinal))
            {
                terms.Add(other);
            }
        }

        var readable = statistics;
        return Best([.. terms.Where(t => readable.Frequency(t) > 0).Select(t => (t, RankingWeights.Completion))], MostCompletions);
    }

    private List<(int Term, double Weight)> Best(List<(int Term, double Weight)> found, int most)
    {
        var (vocabulary, readable) = (view.Vocabulary, statistics);
        return
        [
            .. found.OrderByDescending(f => f.Weight).ThenByDescending(f => readable.Frequency(f.Term)).ThenBy(f => vocabulary[f.Term], StringComparer.Ordinal).Take(most),
        ];
    }
}
