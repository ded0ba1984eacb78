using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Crm.Domain.Knowledge;

/// <summary>
/// The analysers by language: English, Italian, Romanian, Spanish and Swedish with stems; German, French and Portuguese with stop words;
/// any other language by its words as they are. Those of the host come first.
/// </summary>
/// <remarks>Singleton service.</remarks>
public sealed class TextAnalysers
{
    private const int MostPlain = 500;

    private readonly FrozenDictionary<string, ITextAnalyser> _known;
    private readonly TermCache _plainTerms = new();
    private readonly ConcurrentDictionary<string, ITextAnalyser> _plain = new(StringComparer.Ordinal);

    /// <summary>Takes the analysers of the host beside the built-in ones.</summary>
    /// <param name="analysers">The analysers of the host; of two for one language the last counts.</param>
    public TextAnalysers(IEnumerable<ITextAnalyser> analysers)
    {
        ArgumentNullException.ThrowIfNull(analysers);
        var known = new Dictionary<string, ITextAnalyser>(StringComparer.Ordinal);
        foreach (var analyser in BuiltIn().Concat(analysers))
        {
            known[analyser.Language] = analyser;
        }

        _known = known.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The analyser for a language.</summary>
    /// <param name="language">The primary subtag in lower case, such as <c>it</c>.</param>
    /// <returns>The analyser; one that takes words as they are when the language has none of its own.</returns>
    public ITextAnalyser For(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        if (_known.TryGetValue(language, out var known))
        {
            return known;
        }

        // Whoever asks in made-up languages shall not fill the memory.
        return _plain.Count < MostPlain || _plain.ContainsKey(language) ? _plain.GetOrAdd(language, Plain) : Plain(language);
    }

    /// <summary>The languages whose analyser has an edition later than the first, with that edition.</summary>
    public IEnumerable<KeyValuePair<string, int>> LaterEditions =>
        _known.Where(k => k.Value.Version > 1).Select(k => KeyValuePair.Create(k.Key, k.Value.Version)).OrderBy(k => k.Key, StringComparer.Ordinal);

    private LanguageAnalyser Plain(string language) => new(language, "", cache: _plainTerms);

    private static IEnumerable<ITextAnalyser> BuiltIn() =>
    [
        new LanguageAnalyser("en", StopWords.English, new EnglishStemmer(), keepsApostrophes: true),
        new LanguageAnalyser("it", StopWords.Italian, new ItalianStemmer()),
        new LanguageAnalyser("ro", StopWords.Romanian, new RomanianStemmer()),
        new LanguageAnalyser("es", StopWords.Spanish, new SpanishStemmer()),
        new LanguageAnalyser("sv", StopWords.Swedish, new SwedishStemmer(), keptLetters: "åäö"),
        new LanguageAnalyser("pt", StopWords.Portuguese),
        new LanguageAnalyser("de", StopWords.German),
        new LanguageAnalyser("fr", StopWords.French),
    ];
}
