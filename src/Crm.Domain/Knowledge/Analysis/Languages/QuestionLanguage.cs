using System.Text;

namespace Crm.Domain.Knowledge;

/// <summary>Guesses the language of a question: English, French, German, Italian, Portuguese, Romanian, Spanish or Swedish.</summary>
/// <remarks>A mixture of frequent words and three-letter pieces, multiplied over the words of the question (naive Bayes).</remarks>
public static class QuestionLanguage
{
    /// <summary>The words that are read.</summary>
    private const int MostWords = 60;

    /// <summary>How much likelier the best language is than the next, in natural logarithms, for the guess to count.</summary>
    private const double LeastLead = 0.5;

    /// <summary>Guesses the language of a text.</summary>
    /// <param name="text">The question.</param>
    /// <param name="among">The languages that come into question, as primary subtags in lower case; all that are known when null.</param>
    /// <returns>The primary subtag; null when the text does not tell, or no language among those known comes into question.</returns>
    public static string? Guess(string text, IReadOnlyCollection<string>? among = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Words(text);
        if (words.Count == 0)
        {
            return null;
        }

        var scores = LanguageProfiles.All
            .Where(profile => among?.Contains(profile.Language, StringComparer.Ordinal) ?? true)
            .Select(profile => (profile.Language, Score: words.Sum(profile.Likelihood)))
            .OrderByDescending(s => s.Score).ThenBy(s => s.Language, StringComparer.Ordinal)
            .Take(2).ToList();
        return scores.Count == 1 || (scores.Count == 2 && scores[0].Score - scores[1].Score >= LeastLead) ? scores[0].Language : null;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var scanner = new WordScanner(text, keepsApostrophes: false);
        while (words.Count < MostWords && scanner.Next())
        {
            var word = text.Substring(scanner.Start, scanner.Length);
            if (word.Any(char.IsLetter))
            {
                words.Add(word.Normalize(NormalizationForm.FormC).ToLowerInvariant().Replace('ş', 'ș').Replace('ţ', 'ț'));
            }
        }

        return words;
    }
}
