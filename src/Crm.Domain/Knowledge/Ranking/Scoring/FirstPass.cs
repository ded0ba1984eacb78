namespace Crm.Domain.Knowledge;

/// <summary>Scores all documents by their words through the posting lists, the rarest words first.</summary>
internal static class FirstPass
{
    /// <summary>
    /// How many postings are read once there are documents enough: words beyond are so frequent that they say little, and are counted in
    /// the second pass for the documents that got there.
    /// </summary>
    private const int MostPostings = 16_000;

    /// <summary>Fills scores and touched documents.</summary>
    /// <returns>How many of the planned terms were scored.</returns>
    public static int Run(IndexView view, AudienceStatistics statistics, QueryPlan plan, ReadOnlySpan<ulong> allowed, LanguageWeights weights, int enough, QueryScratch scratch)
    {
        var read = 0L;
        for (var i = 0; i < plan.Terms.Length; i++)
        {
            read += plan.Terms[i].Frequency;
            if (read > MostPostings && scratch.Touched.Count >= enough)
            {
                return i;
            }

            Score(view, statistics, plan.Terms[i], allowed, weights, scratch);
        }

        return plan.Terms.Length;
    }

    /// <summary>Lets documents take part that have no word of the question, only words like them.</summary>
    public static void Widen(IndexView view, AudienceStatistics statistics, QueryPlan plan, ReadOnlySpan<ulong> allowed, QueryScratch scratch)
    {
        var neighbours = new TermNeighbours(view, statistics);
        foreach (var word in plan.GramWords)
        {
            foreach (var (term, _) in neighbours.Alike(word))
            {
                for (var postings = view.Postings[term].Read(); postings.Next();)
                {
                    ref var score = ref scratch.Scores[postings.Document];
                    if (score == 0 && BitSet.Has(allowed, postings.Document))
                    {
                        scratch.Touched.Add(postings.Document);
                        score = float.Epsilon;
                    }
                }
            }
        }
    }

    /// <summary>The score of a word that is in a document so often.</summary>
    public static double Score(AudienceStatistics statistics, in PlannedTerm term, int document, int inTitle, int inBody, double titleScore)
    {
        double Top = RankingWeights.Saturation + 1;
        var title = inTitle * (double)statistics.TitleNorms[document];
        var frequency = (RankingWeights.Title * title) + (inBody * (double)statistics.BodyNorms[document]);
        var score = frequency * Top / (frequency + RankingWeights.Saturation);
        return term.Value * (inTitle == 0 ? score : score + (titleScore * title * Top / (title + RankingWeights.Saturation)));
    }

    private static void Score(IndexView view, AudienceStatistics statistics, in PlannedTerm term, ReadOnlySpan<ulong> allowed, LanguageWeights weights, QueryScratch scratch)
    {
        var (scores, touched) = (scratch.Scores, scratch.Touched);
        for (var postings = view.Postings[term.Term].Read(); postings.Next();)
        {
            var document = postings.Document;
            if (!BitSet.Has(allowed, document))
            {
                continue;
            }

            var titleScore = postings.InTitle == 0 ? 0 : weights.For(view.Documents[document].IsQuestion).TitleScore;
            ref var score = ref scores[document];
            if (score == 0)
            {
                touched.Add(document);
            }

            score += (float)Score(statistics, term, document, postings.InTitle, postings.InBody, titleScore);
        }
    }
}
