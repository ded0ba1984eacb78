namespace Crm.Domain.Knowledge;

/// <summary>
/// How likely a word is in a language: by its place among frequent words, otherwise by its three-letter pieces, learnt from the same
/// words and from others that people ask about.
/// </summary>
internal sealed class LanguageProfile
{
    private const double KnownShare = 0.5;
    private const double Smoothing = 0.5;
    private const int Alphabet = 40;

    /// <summary>How many meetings a shorter piece is worth against a longer one.</summary>
    private const double Weight = 4;

    private readonly Dictionary<string, double> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _frequent;

    /// <summary>How often a piece of one, two or three letters is there, and how often one that begins so.</summary>
    private readonly Dictionary<ulong, int> _pieces = [];
    private readonly Dictionary<ulong, int> _beginnings = [];
    private int _letters;

    /// <param name="language">The primary subtag.</param>
    /// <param name="frequent">Frequent words, roughly the most frequent first.</param>
    /// <param name="others">Words with endings and letters typical of the language.</param>
    public LanguageProfile(string language, string frequent, string others)
    {
        Language = language;
        _frequent = frequent.Split(' ').ToHashSet(StringComparer.Ordinal);
        string[] words = [.. frequent.Split(' '), .. others.Split(' ')];
        var total = words.Select((_, rank) => 1.0 / (rank + 10)).Sum();
        for (var rank = 0; rank < words.Length; rank++)
        {
            _known.TryAdd(words[rank], KnownShare / (rank + 10) / total);
            foreach (var (two, one, letter) in Steps(words[rank]))
            {
                Count(_pieces, letter);
                Count(_pieces, one | letter);
                Count(_pieces, two | letter);
                Count(_beginnings, one);
                Count(_beginnings, two);
                _letters++;
            }
        }
    }

    public string Language { get; }

    /// <summary>Whether a word is one of the frequent ones, which languages do not borrow from each other.</summary>
    public bool IsFrequent(string word) => _frequent.Contains(word);

    /// <summary>The logarithm of the likelihood of a word in lower case.</summary>
    public double Likelihood(string word)
    {
        var spelt = 1 - KnownShare;
        foreach (var (two, one, letter) in Steps(word))
        {
            // Each shorter piece stands in for a longer one that was met too seldom (Witten and Bell 1991, with a fixed weight).
            var likelihood = (_pieces.GetValueOrDefault(letter) + Smoothing) / (_letters + (Smoothing * Alphabet));
            likelihood = Blend(_pieces.GetValueOrDefault(one | letter), _beginnings.GetValueOrDefault(one), likelihood);
            spelt *= Blend(_pieces.GetValueOrDefault(two | letter), _beginnings.GetValueOrDefault(two), likelihood);
        }

        return Math.Log(Math.Max(double.Epsilon, spelt + _known.GetValueOrDefault(word)));
    }

    private static double Blend(int count, int total, double shorter) => (count + (Weight * shorter)) / (total + Weight);

    private static void Count(Dictionary<ulong, int> counts, ulong piece) => counts[piece] = counts.GetValueOrDefault(piece) + 1;

    /// <summary>Each letter with the two and the one before it, borders included.</summary>
    private static IEnumerable<(ulong Two, ulong One, ulong Letter)> Steps(string word)
    {
        var (two, one) = ('_', '_');
        for (var i = 0; i <= word.Length; i++)
        {
            var letter = i < word.Length ? word[i] : '_';
            yield return (((ulong)two << 32) | ((ulong)one << 16), (1UL << 48) | ((ulong)one << 16), letter);
            (two, one) = (one, letter);
        }
    }
}
