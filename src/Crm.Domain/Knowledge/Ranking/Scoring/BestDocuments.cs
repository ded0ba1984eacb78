namespace Crm.Domain.Knowledge;

/// <summary>Picks the best of the scored documents; of equal ones those with the lower key.</summary>
internal static class BestDocuments
{
    // Positive floating-point numbers are ordered as their bits are; exponent and five bits of the fraction are fine enough.
    private const int BucketShift = 18;

    /// <summary>How many buckets there are.</summary>
    public const int Buckets = 1 << (31 - BucketShift);

    public static (int Document, double Score)[] Of(QueryScratch scratch, IndexView view, int most)
    {
        var least = scratch.Touched.Count <= most ? 0 : LeastBucket(scratch, most);
        var found = new List<(int Document, double Score)>(Math.Min(scratch.Touched.Count, 2 * most));
        foreach (var document in scratch.Touched)
        {
            var score = scratch.Scores[document];
            if (Bucket(score) >= least)
            {
                found.Add((document, score));
            }
        }

        (int Document, double Score)[] best = [.. found];
        Sort(best, view);
        return best.Length <= most ? best : best[..most];
    }

    public static void Sort((int Document, double Score)[] found, IndexView view) => Array.Sort(found, (first, second) =>
        first.Score != second.Score ? second.Score.CompareTo(first.Score) : view.Documents[first.Document].Key.CompareTo(view.Documents[second.Document].Key));

    /// <summary>The bucket down to which at least as many documents are as are asked for.</summary>
    private static int LeastBucket(QueryScratch scratch, int most)
    {
        Span<int> counts = scratch.Counts;
        counts.Clear();
        foreach (var document in scratch.Touched)
        {
            counts[Bucket(scratch.Scores[document])]++;
        }

        var bucket = counts.Length;
        for (var count = 0; count < most;)
        {
            count += counts[--bucket];
        }

        return bucket;
    }

    private static int Bucket(float score) => BitConverter.SingleToInt32Bits(score) >> BucketShift;
}
