using Crm.Domain.Knowledge;

namespace Crm.Samples.Console.Analysis;

/// <summary>What a text is about: its words in one form each, without those that say nothing.</summary>
internal sealed class GapWords(TextAnalysers analysers, string language)
{
    private readonly ITextAnalyser _analyser = analysers.For(language);

    public IReadOnlyList<string> Of(string text)
    {
        var terms = new List<TextTerm>();
        _analyser.Analyse(text, terms);
        return [.. terms.Select(term => term.Term).Distinct(StringComparer.Ordinal)];
    }
}
