namespace Crm.Domain.Knowledge;

/// <summary>Adds what is known of earlier questions: BM25 over what readers asked before a document helped them, weighed by the evidence.</summary>
internal static class AskedPass
{
    private const double LengthShare = 0.4;
    private const double Saturation = 1.2;

    /// <summary>Adds to the scores; documents take part that have no word of the question themselves.</summary>
    public static void Run(IndexView view, AudienceStatistics statistics, QueryPlan plan, ReadOnlySpan<ulong> allowed, QueryScratch scratch)
    {
        foreach (var word in plan.Words)
        {
            var postings = view.Asked.Of(word);
            if (postings.Length == 0 || Count(postings, view, statistics.Readable) is not (> 0 and var readable))
            {
                continue;
            }

            // Readers found answers by this word: it is not misspelt.
            plan.Corrections.Remove(word);

            // A word that most documents have says little, even if few were found by it.
            var rarity = statistics.Rarity(Math.Max(readable, statistics.Frequency(view.Vocabulary.Find(word))));
            foreach (ref readonly var posting in postings)
            {
                if (posting.Document < view.DocumentCount && BitSet.Has(allowed, posting.Document))
                {
                    ref var score = ref scratch.Scores[posting.Document];
                    if (score == 0)
                    {
                        scratch.Touched.Add(posting.Document);
                    }

                    score += (float)(rarity * Score(posting, statistics.AverageAsked));
                }
            }
        }
    }

    private static double Score(in AskedPosting posting, double averageLength)
    {
        var norm = 1 - LengthShare + (LengthShare * posting.Length / averageLength);
        return posting.Weight * posting.Evidence * (Saturation + 1) / (posting.Evidence + (Saturation * norm));
    }

    private static int Count(ReadOnlySpan<AskedPosting> postings, IndexView view, ReadOnlySpan<ulong> readable)
    {
        var count = 0;
        foreach (ref readonly var posting in postings)
        {
            count += posting.Document < view.DocumentCount && BitSet.Has(readable, posting.Document) ? 1 : 0;
        }

        return count;
    }
}
