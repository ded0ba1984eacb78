using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>
/// Cuts questions into words of which only keyed hashes are kept. A word becomes known as such when as many different readers used it as
/// the options say; the reader who makes up the number has just typed it, so that it need not have been kept before.
/// </summary>
internal sealed class QuestionWords(IKnowledgeSessionStore sessions, KnowledgeReaders readers, TextAnalysers analysers, KnowledgeReadingOptions options)
{
    private const int MaxWords = 16;
    private const int MaxWordLength = 40;
    private const int MaxText = 1_000;

    /// <summary>The hashes of the words of a question.</summary>
    public async Task<IReadOnlyCollection<Guid>> OfAsync(string text, string language, KnowledgeReaderId reader, Instant now, CancellationToken cancellationToken)
    {
        var words = Cut(text, language);
        if (words.Count > 0)
        {
            var known = await sessions.KnownAsync(words.Keys, cancellationToken).ConfigureAwait(false);
            List<Guid> unknown = [.. words.Keys.Where(w => !known.Contains(w))];
            var others = unknown.Count > 0 ? await sessions.OtherReadersAsync(unknown, reader, cancellationToken).ConfigureAwait(false) : new Dictionary<Guid, int>();
            foreach (var word in unknown.Where(w => others.GetValueOrDefault(w) + 1 >= options.MinReaders))
            {
                sessions.Add(new KnowledgeWord(word, language, words[word], now));
            }
        }

        return words.Keys;
    }

    private Dictionary<Guid, string> Cut(string text, string language)
    {
        var found = new List<TextTerm>();
        var read = text.Length <= MaxText ? text : text[..MaxText];
        analysers.For(language).Analyse(read, found);
        return found.Select(t => t.Term).Where(t => t.Length is > 0 and <= MaxWordLength).Distinct(StringComparer.Ordinal).Take(MaxWords)
            .ToDictionary(t => readers.OfWord(language, t));
    }
}
