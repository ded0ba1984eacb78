namespace Crm.Samples.Console.Knowledge.Evaluation;

/// <summary>
/// How well rankings agree with judgements, as means over all judged queries: normalised discounted cumulative gain with linear gain
/// (Järvelin and Kekäläinen 2002), recall, and reciprocal rank of the first relevant document.
/// </summary>
internal sealed record RankingFigures(double NdcgAt10, double RecallAt100, double MrrAt10)
{
    public static RankingFigures Of(IReadOnlyList<(JudgedQuery Query, IReadOnlyList<string> Ranked)> answers) => new(
        answers.Average(a => Gain(a.Query, a.Ranked)), answers.Average(a => Recall(a.Query, a.Ranked)), answers.Average(a => ReciprocalRank(a.Query, a.Ranked)));

    private static double Gain(JudgedQuery query, IReadOnlyList<string> ranked)
    {
        static double Sum(IEnumerable<double> gains) => gains.Take(10).Select((gain, rank) => gain / Math.Log2(rank + 2)).Sum();
        var ideal = Sum(query.Judgements.Values.OrderDescending());
        return ideal > 0 ? Sum(ranked.Select(d => query.Judgements.GetValueOrDefault(d))) / ideal : 0;
    }

    private static double Recall(JudgedQuery query, IReadOnlyList<string> ranked)
    {
        var relevant = query.Judgements.Count(j => j.Value > 0);
        return relevant == 0 ? 0 : (double)ranked.Take(100).Count(d => query.Judgements.GetValueOrDefault(d) > 0) / relevant;
    }

    private static double ReciprocalRank(JudgedQuery query, IReadOnlyList<string> ranked)
    {
        for (var rank = 0; rank < Math.Min(10, ranked.Count); rank++)
        {
            if (query.Judgements.GetValueOrDefault(ranked[rank]) > 0)
            {
                return 1.0 / (rank + 1);
            }
        }

        return 0;
    }
}
