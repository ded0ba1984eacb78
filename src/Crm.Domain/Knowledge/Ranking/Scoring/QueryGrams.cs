namespace Crm.Domain.Knowledge;

/// <summary>The grams of a question: what each says, and which terms have it.</summary>
internal sealed class QueryGrams
{
    private readonly Dictionary<ulong, int> _places = [];
    private readonly List<double> _values = [];

    public QueryGrams(IndexView view, AudienceStatistics statistics, QueryPlan plan, QueryScratch scratch)
    {
        Span<ulong> room = stackalloc ulong[(2 * WordScanner.MaxWord) + 4];
        foreach (var word in plan.GramWords)
        {
            foreach (var gram in GramIndex.Distinct(word, room))
            {
                if (_places.TryAdd(gram, _values.Count))
                {
                    _values.Add(0);
                }
            }
        }

        var frequencies = new long[_values.Count];
        foreach (var (gram, place) in _places)
        {
            foreach (var term in view.Grams.TermsWith(gram))
            {
                Link(term, place, frequencies, statistics, scratch);
            }
        }

        for (var term = view.Grams.TermCount; term < view.TermCount; term++)
        {
            foreach (var gram in GramIndex.Distinct(view.Vocabulary[term], room))
            {
                if (_places.TryGetValue(gram, out var place))
                {
                    Link(term, place, frequencies, statistics, scratch);
                }
            }
        }

        // A document with two terms of a gram counts twice, which is near enough and needs no lists of documents.
        for (var place = 0; place < frequencies.Length; place++)
        {
            _values[place] = statistics.Rarity((int)Math.Min(frequencies[place], statistics.Documents));
        }
    }

    public int Count => _values.Count;

    public double ValueOf(int place) => _values[place];

    private static void Link(int term, int place, long[] frequencies, AudienceStatistics statistics, QueryScratch scratch)
    {
        var frequency = statistics.Frequency(term);
        if (frequency > 0)
        {
            frequencies[place] += frequency;
            ref var slot = ref scratch.SlotFor(term);
            scratch.GramsOf.Add((place, slot.FirstGram));
            slot.FirstGram = scratch.GramsOf.Count - 1;
        }
    }
}
