using System.Collections.Frozen;
using System.Text;

namespace Crm.Domain.Knowledge;

/// <summary>The stems of words, as the algorithms of the Snowball project give them (M. F. Porter and others, snowballstem.org).</summary>
public static class WordStems
{
    private static readonly FrozenDictionary<string, IStemmer> s_stemmers = new Dictionary<string, IStemmer>(StringComparer.Ordinal)
    {
        ["en"] = new EnglishStemmer(), ["it"] = new ItalianStemmer(), ["ro"] = new RomanianStemmer(), ["es"] = new SpanishStemmer(), ["sv"] = new SwedishStemmer(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The languages whose words have stems, as primary subtags in lower case.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. s_stemmers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The stem of a word.</summary>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    /// <param name="word">The word; composed and in lower case before it is stemmed.</param>
    /// <returns>The stem, with its diacritics.</returns>
    /// <exception cref="ArgumentException">The language has no stems here, or the word is no well-formed text.</exception>
    public static string Of(string language, string word)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(word);
        var stemmer = s_stemmers.GetValueOrDefault(language) ?? throw new ArgumentException($"There are stems in {string.Join(", ", Languages)}.", nameof(language));
        var stem = new StemWord(word.Normalize(NormalizationForm.FormC).ToLowerInvariant().ToCharArray());
        stemmer.Stem(ref stem);
        return stem.Text.ToString();
    }
}
