using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>
/// Weighs what readers asked before an item helped them. A reader counts once for a word, by the last time, and with its last three questions
/// only; what is old counts less, by half each half-life. A word with n readers weighs n/(n + 5).
/// </summary>
internal static class AskedTerms
{
    private const int QuestionsOfReader = 3;
    private const double HalfWeight = 5;

    /// <summary>The words with their weights in thousandths, the heaviest first; words that weigh nothing are left out.</summary>
    public static IReadOnlyList<(string Term, int Weight)> Of(IEnumerable<AskedEvidence> evidence, Instant now, Duration halfLife) =>
    [
        .. evidence.GroupBy(e => e.Reader).SelectMany(LastQuestions)
            .GroupBy(e => e.Term, StringComparer.Ordinal)
            .Select(g => (Term: g.Key, Readers: g.GroupBy(e => e.Reader).Sum(r => Decayed(r.Max(e => e.HelpedAt), now, halfLife))))
            .Select(t => (t.Term, Weight: (int)Math.Round(1_000 * t.Readers / (t.Readers + HalfWeight))))
            .Where(t => t.Weight >= 1)
            .OrderByDescending(t => t.Weight).ThenBy(t => t.Term, StringComparer.Ordinal),
    ];

    private static IEnumerable<AskedEvidence> LastQuestions(IEnumerable<AskedEvidence> ofReader)
    {
        var all = ofReader.ToList();
        var last = all.GroupBy(e => e.QuestionId).OrderByDescending(q => q.Max(e => e.HelpedAt)).ThenBy(q => q.Key).Take(QuestionsOfReader).Select(q => q.Key).ToHashSet();
        return all.Where(e => last.Contains(e.QuestionId));
    }

    private static double Decayed(Instant at, Instant now, Duration halfLife) => Math.Pow(0.5, Math.Max(0, (now - at) / halfLife));
}
