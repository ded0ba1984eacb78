using System.Globalization;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Testing;

namespace Crm.Domain.Tests.Knowledge;

/// <summary>One configuration reaches the goal of every judged collection: means over all its queries.</summary>
public class RankingQualityTests
{
    [SkippableTheory]
    [InlineData("covidfaq", "en", 0.795)]
    [InlineData("xquad-en", "en", 0.973)]
    [InlineData("gnomehelp-en", "en", 0.911)]
    [InlineData("gnomehelp-es", "es", 0.870)]
    [InlineData("gnomehelp-sv", "sv", 0.908)]
    [InlineData("gnomehelp-it", "it", 0.781)]
    [InlineData("cisi", "en", 0.383)]
    public void Search_JudgedQueries_ReachTheGoal(string collection, string language, double goal)
    {
        var folder = TestData.Require($"knowledge/{collection}");
        var documents = Rows(folder, "docs").OrderBy(d => d[0], StringComparer.Ordinal).ToList();
        var judged = Rows(folder, "qrels").ToLookup(r => r[0], r => (Document: r[1], Gain: double.Parse(r[2], CultureInfo.InvariantCulture)));
        var scene = new IndexScene(language);
        var areQuestions = documents.Count(d => d[1].EndsWith('?')) * 2 > documents.Count;
        scene.Index.Update(documents.Select((d, n) => scene.Entry(n, d[1], d[2]) with { IsQuestion = areQuestions }));

        var values = Rows(folder, "queries").Where(q => judged.Contains(q[0])).Select(q =>
        {
            var found = scene.Index.Search(new KnowledgeIndexQuery(q[1], [Audience.Public], IndexScene.Now)).Matches.Select(m => documents[BitConverter.ToInt32(m.Key.ToByteArray())][0]);
            return Gain(found, judged[q[0]].ToDictionary(j => j.Document, j => j.Gain));
        }).ToList();

        values.Average().Should().BeGreaterThanOrEqualTo(goal);
    }

    /// <summary>nDCG@10 with linear gain.</summary>
    private static double Gain(IEnumerable<string> found, Dictionary<string, double> judged)
    {
        static double Sum(IEnumerable<double> gains) => gains.Take(10).Select((gain, rank) => gain / Math.Log2(rank + 2)).Sum();
        var ideal = Sum(judged.Values.OrderDescending());
        return ideal == 0 ? 0 : Sum(found.Select(d => judged.GetValueOrDefault(d))) / ideal;
    }

    private static IEnumerable<string[]> Rows(string folder, string name) =>
        File.ReadLines(Path.Combine(folder, $"{name}.tsv")).Skip(1).Select(line => line.Split('\t')).Select(r => r.Length < 3 && name == "docs" ? [.. r, ""] : r);
}
