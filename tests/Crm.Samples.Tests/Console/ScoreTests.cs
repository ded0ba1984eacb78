using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary><c>crm scores</c> on answers in a file.</summary>
public sealed class ScoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    [Trait("Check", "FB-02")]
    [Trait("Check", "FB-03")]
    public async Task Scores_OfWorkedExamples_AreTheirs()
    {
        var examples = JsonDocument.Parse(await File.ReadAllTextAsync(TestData.Require("service/feedback-cases.json"))).RootElement;
        var (cases, expected) = (new List<object>(), new List<(double Score, double Low, double High, int N)>());
        foreach (var nps in examples.GetProperty("nps").EnumerateArray())
        {
            int[] answers = [.. Times(10, nps, "promoters"), .. Times(7, nps, "passives"), .. Times(0, nps, "detractors")];
            cases.Add(new { id = $"nps{cases.Count}", kind = "nps", scale = new[] { 0, 10 }, direction = "higher", answers });
            expected.Add((nps.GetProperty("nps").GetDouble(), nps.GetProperty("ci95")[0].GetDouble(), nps.GetProperty("ci95")[1].GetDouble(), answers.Length));
        }

        foreach (var csat in examples.GetProperty("csatWilson").EnumerateArray())
        {
            var (satisfied, all) = (csat.GetProperty("satisfied").GetInt32(), csat.GetProperty("responses").GetInt32());
            cases.Add(new { id = $"csat{cases.Count}", kind = "csat", scale = new[] { 1, 5 }, direction = "higher", answers = Enumerable.Repeat(4, satisfied).Concat(Enumerable.Repeat(3, all - satisfied)).ToArray() });
            expected.Add((csat.GetProperty("csat").GetDouble(), 100 * csat.GetProperty("wilson95")[0].GetDouble(), 100 * csat.GetProperty("wilson95")[1].GetDouble(), all));
        }

        foreach (var ces in examples.GetProperty("ces").EnumerateArray())
        {
            cases.Add(new { id = $"ces{cases.Count}", kind = "ces", scale = new[] { 1, 7 }, direction = "lower", answers = ces.GetProperty("values") });
            expected.Add((ces.GetProperty("mean").GetDouble(), ces.GetProperty("ci95")[0].GetDouble(), ces.GetProperty("ci95")[1].GetDouble(), ces.GetProperty("values").GetArrayLength()));
        }

        await File.WriteAllTextAsync(_folder.File("answers.json"), JsonSerializer.Serialize(new { cases }));
        var scores = (await CrmRun.JsonAsync(_folder.Path, "scores", "answers.json")).GetProperty("cases").EnumerateArray().ToList();
        foreach (var (score, (value, low, high, n)) in scores.Zip(expected))
        {
            score.GetProperty("score").GetDouble().Should().BeApproximately(value, 1e-9);
            score.GetProperty("low").GetDouble().Should().BeApproximately(low, 1e-4);
            score.GetProperty("high").GetDouble().Should().BeApproximately(high, 1e-4);
            (score.GetProperty("n").GetInt32(), score.GetProperty("sufficient").GetBoolean()).Should().Be((n, true));
        }

        scores.Should().HaveCount(11);
        (await CrmRun.RunAsync(_folder.Path, ["scores", "answers.json"])).Output.Should().Contain("nps0").And.Contain("45");
        (await CrmRun.JsonAsync(_folder.Path, "scores", "answers.json", "--minimum", "101")).GetProperty("cases")[0].GetProperty("score").ValueKind.Should().Be(JsonValueKind.Null);
        Directory.GetFiles(_folder.Path).Should().ContainSingle("nothing is asked of a database");
    }

    [Theory]
    [InlineData(3, """{"answers":[]}""")]
    [InlineData(3, """{"cases":[{"id":"a","kind":"smell","answers":[1]}]}""")]
    [InlineData(3, """{"cases":[{"id":"a","kind":"nps","answers":[1.5]}]}""")]
    [InlineData(3, """{"cases":[{"id":"a","kind":"nps","answers":["9"]}]}""")]
    [InlineData(3, """{"cases":[{"id":"a","kind":"csat","scale":[1],"answers":[1]}]}""")]
    [InlineData(3, """{"cases":[{"id":"a","kind":"csat","direction":"sideways","answers":[1]}]}""")]
    [InlineData(3, "nothing")]
    [InlineData(1, """{"cases":[{"id":"a","kind":"nps","answers":[11]}]}""")]
    [InlineData(1, """{"cases":[{"id":"a","kind":"nps","scale":[1,10],"answers":[9]}]}""")]
    [InlineData(1, """{"cases":[{"id":"a","kind":"ces","scale":[7,1],"answers":[5]}]}""")]
    public async Task Scores_OfWhatIsNone_SayWhy(int status, string json)
    {
        await File.WriteAllTextAsync(_folder.File("answers.json"), json);
        var run = await CrmRun.RunAsync(_folder.Path, ["scores", "answers.json", "--json"]);
        run.ExitCode.Should().Be(status, run.Errors);
        run.Json.GetProperty("errors").GetArrayLength().Should().BePositive();
    }

    private static IEnumerable<int> Times(int answer, JsonElement of, string count) => Enumerable.Repeat(answer, of.GetProperty(count).GetInt32());
}
