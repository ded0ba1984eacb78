using System.Runtime.InteropServices;

namespace Crm.Domain.Knowledge;

/// <summary>A term that is looked for.</summary>
/// <param name="Term">Its number.</param>
/// <param name="Weight">How often it was asked for, less for one that stands in for another.</param>
/// <param name="Frequency">In how many readable documents it is.</param>
/// <param name="Rarity">What it says.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PlannedTerm(int Term, double Weight, int Frequency, double Rarity)
{
    public double Value => Weight * Rarity;
}

/// <summary>What a question comes to in an index: known terms, the rarest first, neighbours among them, and the words as typed for their grams.</summary>
internal sealed class QueryPlan
{
    /// <summary>More words are no question; the first ones count.</summary>
    private const int MostWords = 192;

    private const int MostGramWords = 48;
    private const int MostPairs = 64;

    private readonly Dictionary<int, double> _weights = [];

    public QueryPlan(IndexView view, AudienceStatistics statistics, ITextAnalyser analyser, SynonymGroups? synonyms, KnowledgeIndexQuery query)
    {
        var text = query.Text.Length <= KnowledgeIndexQuery.MaxText ? query.Text : query.Text[..KnowledgeIndexQuery.MaxText];
        var found = new List<TextTerm>();
        analyser.Analyse(text, found);
        List<string> words = [.. found.Take(MostWords).Select(t => t.Term)];
        var sequence = Resolve(view, statistics, words);
        foreach (var (term, weight) in synonyms?.For(words) ?? [])
        {
            AddIfKnown(view.Vocabulary.Find(term), weight, statistics);
        }

        if (query.CompletesLastWord && found.Count is > 0 and <= MostWords && char.IsLetterOrDigit(text[^1]))
        {
            Complete(view, statistics, found[^1], text);
        }

        Terms =
        [
            .. _weights.Select(w => (w.Key, w.Value, Frequency: statistics.Frequency(w.Key)))
                .Select(w => new PlannedTerm(w.Key, w.Value, w.Frequency, statistics.Rarity(w.Frequency)))
                .OrderBy(t => t.Frequency).ThenBy(t => view.Vocabulary[t.Term], StringComparer.Ordinal),
        ];
        Pairs = PairsOf(sequence);
        Words = [.. words.Distinct(StringComparer.Ordinal)];
        GramWords = Words.Length <= MostGramWords ? Words : Words[..MostGramWords];
    }

    public PlannedTerm[] Terms { get; }

    /// <summary>Terms that stand side by side in the question, each pair once.</summary>
    public (int First, int Second)[] Pairs { get; }

    /// <summary>The words of the question as they were asked, each once.</summary>
    public string[] Words { get; }

    public string[] GramWords { get; }

    public Dictionary<string, string> Corrections { get; } = new(StringComparer.Ordinal);

    private List<int> Resolve(IndexView view, AudienceStatistics statistics, List<string> words)
    {
        var sequence = new List<int>(words.Count);
        var standIns = new Dictionary<string, List<(int Term, double Weight)>>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            var term = view.Vocabulary.Find(word);
            if (statistics.Frequency(term) > 0)
            {
                AddIfKnown(term, 1, statistics);
                sequence.Add(term);
                continue;
            }

            if (!standIns.TryGetValue(word, out var others))
            {
                standIns.Add(word, others = StandIns(view, statistics, word));
            }

            foreach (var (other, weight) in others)
            {
                AddIfKnown(other, weight, statistics);
            }

            sequence.Add(others.Count > 0 ? others[0].Term : -1);
        }

        return sequence;
    }

    private List<(int Term, double Weight)> StandIns(IndexView view, AudienceStatistics statistics, string word)
    {
        var neighbours = new TermNeighbours(view, statistics);
        var others = neighbours.Corrections(word);
        if (others.Count == 0)
        {
            return neighbours.Alike(word);
        }

        Corrections[word] = view.Vocabulary[others[0].Term];
        return others;
    }

    private void Complete(IndexView view, AudienceStatistics statistics, TextTerm last, string text)
    {
        if (last.Start + last.Length < text.Length)
        {
            return;
        }

        var neighbours = new TermNeighbours(view, statistics);
        var typed = DiacriticFolding.Fold(text.Substring(last.Start, last.Length).ToLowerInvariant(), "åäö");
        var completions = typed.Length > 1 ? neighbours.Completions(typed) : [];
        if (completions.Count == 0 && last.Term.Length > 1)
        {
            completions = neighbours.Completions(last.Term);
        }

        foreach (var (term, weight) in completions)
        {
            _weights.TryAdd(term, weight);
        }
    }

    private void AddIfKnown(int term, double weight, AudienceStatistics statistics)
    {
        if (statistics.Frequency(term) > 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_weights, term, out _) += weight;
        }
    }

    private static (int First, int Second)[] PairsOf(List<int> sequence) =>
    [
        .. sequence.Zip(sequence.Skip(1)).Where(p => p.First >= 0 && p.Second >= 0).Distinct().Take(MostPairs),
    ];
}
