namespace Crm.Analytics.Recommendations;

/// <summary>How well a model ranked what customers bought next. Means over customers; null where nobody was tested.</summary>
/// <param name="Customers">How many customers were tested.</param>
/// <param name="Cutoff">How many ranks count.</param>
/// <param name="HitRate">The share of customers whose product is within the cutoff.</param>
/// <param name="Ndcg">Mean of 1 / log₂(rank + 1) within the cutoff, else 0.</param>
/// <param name="MeanReciprocalRank">Mean of 1 / rank over all ranks.</param>
public sealed record RecommendationQuality(int Customers, int Cutoff, double? HitRate, double? Ndcg, double? MeanReciprocalRank)
{
    /// <summary>The figures of ranks from 1; 0 means not tested.</summary>
    internal static RecommendationQuality Of(int[] ranks, int cutoff)
    {
        var (customers, hits, gain, reciprocal) = (0, 0, 0.0, 0.0);
        foreach (var rank in ranks)
        {
            if (rank == 0) continue;
            customers++;
            reciprocal += 1.0 / rank;
            if (rank > cutoff) continue;
            hits++;
            gain += 1 / Math.Log2(rank + 1);
        }

        return customers == 0
            ? new RecommendationQuality(0, cutoff, null, null, null)
            : new RecommendationQuality(customers, cutoff, hits / (double)customers, gain / customers, reciprocal / customers);
    }
}
