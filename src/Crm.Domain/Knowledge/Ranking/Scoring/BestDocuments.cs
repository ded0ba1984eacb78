namespace Crm.Domain.Knowledge;

/// <summary>Picks the best of the scored documents; of equal ones those with the lower key.</summary>
internal static class BestDocuments
{
    public static (int Document, double Score)[] Of(QueryScratch scratch, IndexView view, int most)
    {
        var best = new PriorityQueue<int, (float Score, Guid Key)>(Math.Min(most, scratch.Touched.Count), s_worstFirst);
        foreach (var document in scratch.Touched)
        {
            var score = scratch.Scores[document];
            if (best.Count < most)
            {
                best.Enqueue(document, (score, view.Documents[document].Key));
            }
            else if (best.TryPeek(out _, out var worst) && score >= worst.Score)
            {
                best.EnqueueDequeue(document, (score, view.Documents[document].Key));
            }
        }

        var found = new (int Document, double Score)[best.Count];
        for (var i = found.Length - 1; i >= 0; i--)
        {
            var document = best.Dequeue();
            found[i] = (document, scratch.Scores[document]);
        }

        return found;
    }

    public static void Sort((int Document, double Score)[] found, IndexView view) => Array.Sort(found, (first, second) =>
        first.Score != second.Score ? second.Score.CompareTo(first.Score) : view.Documents[first.Document].Key.CompareTo(view.Documents[second.Document].Key));

    private static readonly IComparer<(float Score, Guid Key)> s_worstFirst = Comparer<(float Score, Guid Key)>.Create((first, second) =>
        first.Score != second.Score ? first.Score.CompareTo(second.Score) : second.Key.CompareTo(first.Key));
}
