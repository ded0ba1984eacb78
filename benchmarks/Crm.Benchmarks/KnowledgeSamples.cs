using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Benchmarks;

/// <summary>Synthetic articles of some 430 characters whose words are as unevenly frequent as those of a language, and questions about them.</summary>
internal sealed class KnowledgeSamples
{
    private const int Words = 60_000;

    private static readonly string[] s_syllables = ["ba", "ro", "mi", "ka", "len", "tor", "vi", "sa", "den", "gu", "per", "no", "lis", "mar", "fe", "hol", "wen", "dri", "sko", "ul"];
    private static readonly string[] s_fillers = ["how", "to", "the", "is", "of", "and", "when", "does", "my", "not"];

    private readonly Random _random = new(1);
    private readonly string[] _words;

    public KnowledgeSamples() =>
        _words = [.. Enumerable.Range(0, Words).Select(_ => string.Concat(Enumerable.Range(0, 2 + _random.Next(3)).Select(_ => s_syllables[_random.Next(s_syllables.Length)]))).Distinct()];

    public (string Title, string Body) Next() => (Text(7), Text(68));

    /// <summary>Half of three words, half like a question of ten, with words that some article has.</summary>
    public string Question(int number) => number % 2 == 0 ? string.Join(' ', Enumerable.Range(0, 3).Select(_ => Word())) : Text(10) + "?";

    public static KnowledgeItem Item(string title, string body, Instant now)
    {
        var author = new KnowledgeAuthor("benchmark", KnowledgeLicence.Publisher);
        var item = new KnowledgeItem(KnowledgeItemId.New(now), new KnowledgeContent(title, body, LanguageTag.Parse("en")), Audience.Public, author, now);
        item.Publish(author, now);
        return item;
    }

    private string Text(int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ => _random.Next(3) == 0 ? s_fillers[_random.Next(s_fillers.Length)] : Word()));

    // The rank of a word is drawn evenly on a logarithmic scale, as Zipf found words to be.
    private string Word() => _words[(int)Math.Pow(_words.Length, _random.NextDouble()) - 1];
}
