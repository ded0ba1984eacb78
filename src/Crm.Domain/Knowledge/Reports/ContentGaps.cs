using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>
/// Groups unanswered questions by the words that they share. A group is a set of up to three words that enough different readers used in
/// one question; the one with the most readers times what its words tell comes first, and its questions are in no other.
/// </summary>
internal static class ContentGaps
{
    private const int MostWords = 8;

    public static IReadOnlyList<ContentGap> Of(IReadOnlyCollection<UnansweredQuestion> questions, int minReaders, int take) =>
    [
        .. questions.GroupBy(q => q.Language, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => OfLanguage(g.Key, [.. g], minReaders, take))
            .OrderByDescending(g => g.Readers).ThenByDescending(g => g.Questions).ThenBy(g => g.Language, StringComparer.Ordinal)
            .ThenBy(g => string.Join(' ', g.Terms), StringComparer.Ordinal).Take(take),
    ];

    private static IEnumerable<ContentGap> OfLanguage(string language, List<UnansweredQuestion> questions, int minReaders, int take)
    {
        var counts = questions.SelectMany(q => q.Terms.Distinct(StringComparer.Ordinal)).CountBy(t => t, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var telling = counts.ToDictionary(c => c.Key, c => Math.Log(1 + ((double)questions.Count / c.Value)), StringComparer.Ordinal);
        var groups = new Dictionary<string, Group>(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            foreach (var terms in Subsets(question.Terms, telling))
            {
                var key = string.Join(' ', terms);
                if (!groups.TryGetValue(key, out var group))
                {
                    groups.Add(key, group = new Group(terms, terms.Sum(t => telling[t])));
                }

                group.Questions.Add(question);
            }
        }

        // What has too few readers now never gets more.
        List<Group> open = [.. groups.Values.Where(g => g.Readers >= minReaders)];
        var taken = new HashSet<Guid>();
        for (var found = 0; found < take && open.Count > 0; found++)
        {
            var best = open.OrderByDescending(g => g.Readers * g.Telling).ThenByDescending(g => g.Terms.Length).ThenBy(g => g.Key, StringComparer.Ordinal).First();
            yield return best.ToGap(language);
            taken.UnionWith(best.Questions.Select(q => q.Id));
            open.ForEach(g => g.Questions.RemoveAll(q => taken.Contains(q.Id)));
            open.RemoveAll(g => g.Readers < minReaders);
        }
    }

    /// <summary>The sets of one to three words of a question; of a long question the words that tell most.</summary>
    private static IEnumerable<string[]> Subsets(IReadOnlyList<string> terms, Dictionary<string, double> telling)
    {
        string[] words =
        [
            .. terms.Distinct(StringComparer.Ordinal).OrderByDescending(t => telling[t]).ThenBy(t => t, StringComparer.Ordinal).Take(MostWords).Order(StringComparer.Ordinal),
        ];
        for (var i = 0; i < words.Length; i++)
        {
            yield return [words[i]];
            for (var j = i + 1; j < words.Length; j++)
            {
                yield return [words[i], words[j]];
                for (var k = j + 1; k < words.Length; k++)
                {
                    yield return [words[i], words[j], words[k]];
                }
            }
        }
    }

    private sealed class Group(string[] terms, double telling)
    {
        public string[] Terms => terms;

        public double Telling => telling;

        public string Key { get; } = string.Join(' ', terms);

        public List<UnansweredQuestion> Questions { get; } = [];

        public int Readers => Questions.Select(q => q.Reader).Distinct().Count();

        public ContentGap ToGap(string language) => new(
            language, terms, Readers, Questions.Count, Questions.Count(q => q.Hits == 0), Questions.Max(q => q.At).InUtc().Date);
    }
}
