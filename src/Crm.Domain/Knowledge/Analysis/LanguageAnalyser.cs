using System.Collections.Frozen;
using System.Text;

namespace Crm.Domain.Knowledge;

/// <summary>
/// Reads a language by its stop words, stemmer and letters: compatibility composition, lower case, stop words, stem, and only then
/// the diacritics, so that stems are right and questions typed without accents still meet them.
/// </summary>
internal sealed class LanguageAnalyser : ITextAnalyser
{
    private readonly FrozenSet<string> _stopWords;
    private readonly IStemmer? _stemmer;
    private readonly string _keptLetters;
    private readonly bool _keepsApostrophes;
    private readonly TermCache _cache;

    /// <param name="language">The primary subtag.</param>
    /// <param name="stopWords">Words that say nothing, separated by blanks.</param>
    /// <param name="stemmer">The stemmer; null leaves words as they are.</param>
    /// <param name="keptLetters">Letters with marks that are letters of their own.</param>
    /// <param name="keepsApostrophes">Whether an apostrophe is within a word, as in English, rather than between two.</param>
    /// <param name="cache">A cache that is shared with analysers that read alike; its own when null.</param>
    public LanguageAnalyser(string language, string stopWords, IStemmer? stemmer = null, string keptLetters = "", bool keepsApostrophes = false, TermCache? cache = null)
    {
        Language = language;
        _stopWords = stopWords.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
        (_stemmer, _keptLetters, _keepsApostrophes, _cache) = (stemmer, keptLetters, keepsApostrophes, cache ?? new TermCache());
    }

    /// <inheritdoc />
    public string Language { get; }

    /// <inheritdoc />
    public int Version => 1;

    /// <inheritdoc />
    public void Analyse(string text, ICollection<TextTerm> terms)
    {
        var scanner = new WordScanner(text, _keepsApostrophes);
        while (scanner.Next())
        {
            if (_cache.GetOrAdd(text.AsSpan(scanner.Start, scanner.Length), TermOf) is { } term)
            {
                terms.Add(new TextTerm(term, scanner.Start, scanner.Length));
            }
        }
    }

    private string? TermOf(ReadOnlySpan<char> word)
    {
        var plain = word.ToString();
        if (!Ascii.IsValid(plain))
        {
            plain = plain.Replace("\u00AD", "", StringComparison.Ordinal).Replace("\u200C", "", StringComparison.Ordinal).Replace("\u200D", "", StringComparison.Ordinal)
                .Replace('’', '\'').Replace('ʼ', '\'').Normalize(NormalizationForm.FormKC);
        }

        // Romanian was long typed with cedillas; where these are right, folding makes both alike.
        plain = plain.ToLowerInvariant().Replace('ş', 'ș').Replace('ţ', 'ț');
        if (plain.Length == 0 || _stopWords.Contains(plain))
        {
            return null;
        }

        // A new array: the cache sees to it that few words come here.
        var stem = new StemWord(plain.ToCharArray());
        _stemmer?.Stem(ref stem);
        var term = DiacriticFolding.Fold(stem.Text, _keptLetters).Replace("'", "", StringComparison.Ordinal);
        return term.Length == 0 ? null : term;
    }
}
