using System.Text.Json;
using Crm.Domain.Feedback;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Feedback;

/// <summary>Scores against worked examples, and their rules.</summary>
public sealed class ScoreTests
{
    [SkippableFact]
    [Trait("Check", "FB-02")]
    public void Nps_OfWorkedExamples_IsTheirScoreWithItsInterval()
    {
        var examples = Examples("nps");
        foreach (var example in examples)
        {
            var (promoters, passives, detractors) = (Whole(example, "promoters"), Whole(example, "passives"), Whole(example, "detractors"));
            var score = ScoreTally.OfCounts(ScoreMeasure.Nps, [(9, promoters / 2), (10, promoters - (promoters / 2)), (7, passives), (0, detractors / 2), (6, detractors - (detractors / 2))]).Value.ToScore();
            score.Value.Should().BeApproximately(Number(example, "nps"), 1e-9);
            score.StandardError.Should().BeApproximately(Number(example, "standardError"), 1e-4);
            score.Low.Should().BeApproximately(example.GetProperty("ci95")[0].GetDouble(), 1e-4);
            score.High.Should().BeApproximately(example.GetProperty("ci95")[1].GetDouble(), 1e-4);
            score.Count.Should().Be(promoters + passives + detractors);
        }

        examples.Should().HaveCount(4);
    }

    [SkippableFact]
    [Trait("Check", "FB-03")]
    public void Csat_OfWorkedExamples_HasTheIntervalOfWilson()
    {
        var examples = Examples("csatWilson");
        foreach (var example in examples)
        {
            var (satisfied, all) = (Whole(example, "satisfied"), Whole(example, "responses"));
            var score = ScoreTally.OfCounts(ScoreMeasure.Csat(), [(5, satisfied / 2), (4, satisfied - (satisfied / 2)), (3, all - satisfied)]).Value.ToScore();
            score.Value.Should().BeApproximately(Number(example, "csat"), 1e-9);
            score.Low.Should().BeApproximately(100 * example.GetProperty("wilson95")[0].GetDouble(), 1e-4);
            score.High.Should().BeApproximately(100 * example.GetProperty("wilson95")[1].GetDouble(), 1e-4);
        }

        examples.Should().HaveCount(5);
    }

    [SkippableFact]
    [Trait("Check", "FB-03")]
    public void Ces_OfWorkedExamples_HasTheIntervalOfStudent()
    {
        var examples = Examples("ces");
        foreach (var example in examples)
        {
            var answers = example.GetProperty("values").EnumerateArray().Select(v => v.GetInt32()).ToList();
            var score = ScoreTally.Of(ScoreMeasure.Ces(), answers).Value.ToScore();
            score.Value.Should().BeApproximately(Number(example, "mean"), 1e-9);
            score.Low.Should().BeApproximately(example.GetProperty("ci95")[0].GetDouble(), 1e-6);
            score.High.Should().BeApproximately(example.GetProperty("ci95")[1].GetDouble(), 1e-6);
            (score.StandardError * Math.Sqrt(answers.Count)).Should().BeApproximately(Number(example, "sd"), 1e-6);
            StudentQuantile.TwoSided95(answers.Count - 1).Should().BeApproximately(Number(example, "tQuantile"), 1e-6);
        }

        examples.Should().HaveCount(2);
    }

    // M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), table 26.10.
    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(2, 4.303)]
    [InlineData(5, 2.571)]
    [InlineData(10, 2.228)]
    [InlineData(30, 2.042)]
    [InlineData(120, 1.980)]
    public void StudentQuantile_OfTables_IsTheirs(int degrees, double quantile) => StudentQuantile.TwoSided95(degrees).Should().BeApproximately(quantile, 5e-4);

    [Fact]
    public void StudentQuantile_WhereTheFormulaChanges_GoesOn()
    {
        (StudentQuantile.TwoSided95(200) - StudentQuantile.TwoSided95(201)).Should().BeInRange(0, 1e-4);
        StudentQuantile.TwoSided95(1_000_000).Should().BeApproximately(1.959966, 1e-6);
    }

    [Fact]
    [Trait("Check", "FB-02")]
    public void Nps_Zero_IsADetractor_AndSevenIsNone()
    {
        ScoreTally.Of(ScoreMeasure.Nps, [0, 0, 0, 10, 10]).Value.ToScore().Value.Should().BeApproximately(-20, 1e-9);
        ScoreTally.Of(ScoreMeasure.Nps, [7, 8, 8, 9, 6]).Value.ToScore().Value.Should().Be(0);
        ScoreTally.Of(ScoreMeasure.Nps, [11]).Errors.Single().Code.Should().Be("ScoreAnswerOffScale");
        ScoreTally.Of(ScoreMeasure.Nps, [-1]).Errors.Single().Code.Should().Be("ScoreAnswerOffScale");
    }

    [Fact]
    [Trait("Check", "FB-02")]
    public void Score_BelowTheMinimum_HasNoValueButItsCount()
    {
        var score = ScoreTally.Of(ScoreMeasure.Nps, [9, 10, 10, 10]).Value.ToScore();
        (score.IsSufficient, score.Value, score.Low, score.High, score.Count).Should().Be((false, null, null, null, 4));
        ScoreTally.Of(ScoreMeasure.Nps, []).Value.ToScore(1).IsSufficient.Should().BeFalse();
        ScoreTally.Of(ScoreMeasure.Ces(), [4]).Value.ToScore(1).Should().BeEquivalentTo(new { Value = 4.0, Low = (double?)null, IsSufficient = true });
        score.DifferenceTo(score).Errors.Single().Code.Should().Be("ScoreMissing");
    }

    [Fact]
    [Trait("Check", "FB-03")]
    public void Scores_OfDifferentScaleDirectionOrMethod_AreNotMixed()
    {
        ScoreMeasure[] measures =
        [
            ScoreMeasure.Nps, ScoreMeasure.Csat(), ScoreMeasure.Csat(1, 7), ScoreMeasure.Ces(), ScoreMeasure.Ces(1, 5), ScoreMeasure.Ces(1, 7, ScoreDirection.LowerIsBetter),
            new(ScoreKind.Csat, 1, 5, method: ScoreMethod.Mean), new(ScoreKind.Csat, 1, 5, method: ScoreMethod.ShareOfMaximum), new(ScoreKind.Csat, 1, 5, satisfiedPoints: 1),
        ];
        foreach (var one in measures)
        {
            foreach (var other in measures.Where(m => m != one))
            {
                var (left, right) = (ScoreTally.Of(one, [1, 2, 3, 4, 5]).Value, ScoreTally.Of(other, [1, 2, 3, 4, 5]).Value);
                left.Add(right).Errors.Single().Code.Should().Be("ScoreMeasuresDiffer");
                left.ToScore().DifferenceTo(right.ToScore()).Errors.Single().Code.Should().Be("ScoreMeasuresDiffer");
            }

            ScoreTally.Of(one, [5]).Value.Add(ScoreTally.Of(one, [4]).Value).Value.Count.Should().Be(2);
        }
    }

    [Fact]
    [Trait("Check", "FB-03")]
    public void Csat_ByItsMethods_IsWhatTheMethodSays()
    {
        int[] answers = [5, 4, 3, 2, 1];
        ScoreTally.Of(ScoreMeasure.Csat(), answers).Value.ToScore().Value.Should().Be(40);
        ScoreTally.Of(new(ScoreKind.Csat, 1, 5, ScoreDirection.LowerIsBetter), answers).Value.ToScore().Value.Should().Be(40);
        ScoreTally.Of(new(ScoreKind.Csat, 1, 5, ScoreDirection.LowerIsBetter, satisfiedPoints: 1), answers).Value.ToScore().Value.Should().Be(20);
        ScoreTally.Of(new(ScoreKind.Csat, 1, 5, method: ScoreMethod.Mean), answers).Value.ToScore().Value.Should().Be(3);
        ScoreTally.Of(new(ScoreKind.Csat, 1, 5, method: ScoreMethod.ShareOfMaximum), answers).Value.ToScore().Value.Should().Be(60);
        (ScoreMeasure.Csat().SatisfiedPoints, ScoreMeasure.Csat(1, 7).SatisfiedPoints, ScoreMeasure.Csat(1, 2).SatisfiedPoints, ScoreMeasure.Csat(0, 10).SatisfiedPoints).Should().Be((2, 2, 1, 3));
        (ScoreMeasure.Ces().PlaceOf(7), ScoreMeasure.Ces(1, 7, ScoreDirection.LowerIsBetter).PlaceOf(7), ScoreMeasure.Csat().PlaceOf(4)).Should().Be((100m, 0m, 75m));
    }

    [Fact]
    public void Measure_ThatIsNone_IsRefused()
    {
        foreach (var make in new Func<ScoreMeasure>[]
        {
            () => new(ScoreKind.Nps, 1, 10), () => new(ScoreKind.Nps, 0, 10, ScoreDirection.LowerIsBetter), () => new(ScoreKind.Nps, 0, 10, method: ScoreMethod.Mean), () => new(ScoreKind.Csat, 0, 10, method: ScoreMethod.NetPromoter),
            () => new(ScoreKind.Csat, 5, 5), () => new(ScoreKind.Csat, 0, 101), () => new(ScoreKind.Csat, int.MinValue, int.MaxValue), () => new(ScoreKind.Csat, -1, 5, method: ScoreMethod.ShareOfMaximum),
            () => new(ScoreKind.Csat, 1, 5, ScoreDirection.LowerIsBetter, ScoreMethod.ShareOfMaximum), () => new(ScoreKind.Csat, 1, 5, satisfiedPoints: 5), () => new(ScoreKind.Csat, 1, 5, satisfiedPoints: 0),
            () => new(ScoreKind.Ces, 1, 7, satisfiedPoints: 2), () => new((ScoreKind)9, 1, 7),
        })
        {
            make.Should().Throw<ArgumentException>();
        }
    }

    [Fact]
    public void Tallies_InParts_AddUpToTheWhole()
    {
        var answers = Gen.Choose(0, 10).ListOf().ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(answers, answers, (one, other) =>
        {
            var parts = ScoreTally.Of(ScoreMeasure.Nps, one).Value.Add(ScoreTally.Of(ScoreMeasure.Nps, other).Value).Value.ToScore(1);
            var whole = ScoreTally.Of(ScoreMeasure.Nps, one.Concat(other)).Value.ToScore(1);
            parts.Should().Be(whole);
            (whole.Value is null or (>= -100 and <= 100)).Should().BeTrue();
        }));
    }

    private static List<JsonElement> Examples(string name) => [.. JsonDocument.Parse(File.ReadAllText(Crm.Testing.TestData.Require("service/feedback-cases.json"))).RootElement.GetProperty(name).EnumerateArray()];

    private static int Whole(JsonElement example, string name) => example.GetProperty(name).GetInt32();

    private static double Number(JsonElement example, string name) => example.GetProperty(name).GetDouble();
}
