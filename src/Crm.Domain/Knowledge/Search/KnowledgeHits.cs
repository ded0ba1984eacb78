namespace Crm.Domain.Knowledge;

/// <summary>Makes what a reader sees of the items that an index found. Words that are shown come from these items alone.</summary>
internal sealed class KnowledgeHits(ITextAnalyser analyser, KnowledgeIndexAnswer found)
{
    private const int SnippetLength = 200;

    /// <summary>What is read of a text for its snippet.</summary>
    private const int MaxText = 50_000;

    private readonly Dictionary<KnowledgeItemId, KnowledgeHit> _hits = [];
    private readonly Dictionary<string, string> _shown = new(StringComparer.Ordinal);

    /// <summary>Takes an item that the reader may read.</summary>
    public void Add(KnowledgeItem item, double score)
    {
        if (KnowledgeSearchSource.Of(item) is not { } source)
        {
            return;
        }

        var text = source.PlainBody().Trim();
        text = text.Length <= MaxText ? text : text[..(char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText)];
        _hits[item.Id] = new KnowledgeHit(item.Id, source.Title, item.Language, score, KnowledgeSnippet.Html(analyser, text, found.Terms, SnippetLength));
        Show(source.Title);
        Show(text);
    }

    /// <summary>What was found, with the question as it was probably meant.</summary>
    public KnowledgeAnswer Answer(string language, string question)
    {
        var corrections = new Dictionary<string, string>(StringComparer.Ordinal);
        var meant = question;
        var words = new List<TextTerm>();
        analyser.Analyse(question, words);
        foreach (var word in Enumerable.Reverse(words))
        {
            if (found.Corrections.TryGetValue(word.Term, out var term) && _shown.TryGetValue(term, out var shown))
            {
                corrections[question.Substring(word.Start, word.Length)] = shown;
                meant = string.Concat(meant.AsSpan(0, word.Start), shown, meant.AsSpan(word.Start + word.Length));
            }
        }

        return new KnowledgeAnswer(language, [.. found.Matches.Where(m => _hits.ContainsKey(KnowledgeItemId.From(m.Key))).Select(m => _hits[KnowledgeItemId.From(m.Key)])])
        {
            Corrections = corrections,
            DidYouMean = corrections.Count == 0 ? null : meant,
        };
    }

    /// <summary>Keeps the words that stand behind the corrections, as the items write them.</summary>
    private void Show(string text)
    {
        if (found.Corrections.Count == 0)
        {
            return;
        }

        var words = new List<TextTerm>();
        analyser.Analyse(text, words);
        foreach (var word in words)
        {
            if (found.Corrections.Values.Contains(word.Term, StringComparer.Ordinal))
            {
                _shown.TryAdd(word.Term, text.Substring(word.Start, word.Length).ToLowerInvariant());
            }
        }
    }
}
