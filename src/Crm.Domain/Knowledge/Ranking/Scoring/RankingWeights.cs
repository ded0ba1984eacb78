namespace Crm.Domain.Knowledge;

/// <summary>
/// The one configuration of the ranking: BM25F over title and body (Robertson, Zaragoza and Taylor 2004) with a score of the title of
/// its own, the overlap with the title, character grams and neighbouring words. The kind of text and the language choose.
/// </summary>
internal sealed record RankingWeights(double TitleScore, double TitleOverlap, double Grams, double Pairs)
{
    /// <summary>How much more a word counts in a title.</summary>
    public const double Title = 1.75;

    /// <summary>How far the length of a title counts against it, 0 to 1.</summary>
    public const double TitleLengthShare = 0.5;

    /// <summary>How far the length of a body counts against it, 0 to 1.</summary>
    public const double BodyLengthShare = 0.7;

    /// <summary>How soon more of the same word stops to count.</summary>
    public const double Saturation = 1.6;

    public const double GramTitle = 2;

    public const double GramTitleLengthShare = 0.5;

    public const double GramBodyLengthShare = 0.75;

    public const double GramSaturation = 1.2;

    /// <summary>What a word counts that stands for a misspelt one, by the number of edits.</summary>
    public static double Correction(int edits) => edits <= 1 ? 0.8 : 0.6;

    /// <summary>What a word counts that completes an unfinished one.</summary>
    public const double Completion = 0.7;

    /// <summary>What a word counts that only shares parts with one that is not found at all.</summary>
    public const double Likeness = 0.5;

    /// <summary>What a synonym counts.</summary>
    public const double Synonym = 0.8;

    private static readonly RankingWeights s_article = new(TitleScore: 0.4, TitleOverlap: 0.2, Grams: 0.08, Pairs: 0.2);
    private static readonly RankingWeights s_faq = new(TitleScore: 1, TitleOverlap: 1.4, Grams: 0.08, Pairs: 0.2);

    /// <summary>The weights of a language.</summary>
    public static LanguageWeights Of(string language)
    {
        // Compounds, and words without stems, meet their kin by grams only; English stems leave more apart than those of the Romance languages.
        var grams = language switch { "en" => 0.1, "es" or "it" or "ro" => s_article.Grams, _ => 0.12 };
        return new LanguageWeights(s_article with { Grams = grams }, s_faq with { Grams = language == "en" ? s_faq.Grams : grams });
    }
}

/// <summary>The weights of a language by what the title of a document is.</summary>
internal sealed record LanguageWeights(RankingWeights Article, RankingWeights Faq)
{
    public RankingWeights For(bool isQuestion) => isQuestion ? Faq : Article;
}
