namespace Crm.Domain.Knowledge;

/// <summary>
/// Words and phrases of one language that say the same. A question with one of a group is answered by the others too, at less weight;
/// documents are not changed by them.
/// </summary>
public sealed class SynonymGroups
{
    private readonly Dictionary<string, List<(string[] Phrase, string[][] Others)>> _byFirst = new(StringComparer.Ordinal);

    /// <summary>Reads groups with the analyser of their language.</summary>
    /// <param name="analyser">The analyser.</param>
    /// <param name="groups">The groups; members may have several words. Members of stop words only are left out.</param>
    public SynonymGroups(ITextAnalyser analyser, IEnumerable<IReadOnlyCollection<string>> groups)
    {
        ArgumentNullException.ThrowIfNull(analyser);
        ArgumentNullException.ThrowIfNull(groups);
        foreach (var group in groups)
        {
            string[][] phrases = [.. group.Select(member => TermsOf(analyser, member)).Where(p => p.Length > 0).DistinctBy(p => string.Join(' ', p))];
            foreach (var phrase in phrases)
            {
                if (!_byFirst.TryGetValue(phrase[0], out var entries))
                {
                    _byFirst.Add(phrase[0], entries = []);
                }

                entries.Add((phrase, [.. phrases.Where(p => p != phrase)]));
            }
        }
    }

    /// <summary>The terms to look for beside those of the question, with their weights.</summary>
    internal IEnumerable<(string Term, double Weight)> For(IReadOnlyList<string> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            foreach (var (phrase, others) in _byFirst.GetValueOrDefault(terms[i]) ?? [])
            {
                if (phrase.Length <= terms.Count - i && phrase.Select((word, k) => terms[i + k] == word).All(same => same))
                {
                    foreach (var other in others)
                    {
                        foreach (var term in other)
                        {
                            yield return (term, RankingWeights.Synonym / other.Length);
                        }
                    }
                }
            }
        }
    }

    private static string[] TermsOf(ITextAnalyser analyser, string text)
    {
        var terms = new List<TextTerm>();
        analyser.Analyse(text, terms);
        return [.. terms.Select(t => t.Term)];
    }
}
