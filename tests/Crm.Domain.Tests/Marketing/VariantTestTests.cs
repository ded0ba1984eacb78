using Crm.Domain.Marketing;

namespace Crm.Domain.Tests.Marketing;

public sealed class VariantTestTests
{
    [Fact]
    [Trait("Check", "EM-11")]
    public void Decide_ClearlyBetter_Wins() => VariantTest.Decide([new("A", 1000, 100), new("B", 1000, 150)], .95, "A").Should().Match<WinnerDecision>(
        d => d.Variant == "B" && d.Verdict == WinnerVerdict.Significant && d.PValue < .001);

    [Fact]
    [Trait("Check", "EM-11")]
    public void Decide_WithinChance_HasNoWinnerAndTakesTheFallback() => VariantTest.Decide([new("A", 1000, 100), new("B", 1000, 110)], .95, "A").Should().Match<WinnerDecision>(
        d => d.Variant == "A" && d.Verdict == WinnerVerdict.NotSignificant);

    [Fact]
    public void Decide_TooFewResponses_HasNoWinner() => VariantTest.Decide([new("A", 10, 0), new("B", 10, 4)], .95, "A").Should().Be(new WinnerDecision("A", WinnerVerdict.TooFewResponses, null));

    [Fact]
    public void Decide_MoreVariants_AsksForMoreCertainty()
    {
        // Alone against A it would win with p = 0.04; of three, every pair is a question.
        var two = VariantTest.Decide([new("A", 1000, 100), new("B", 1000, 129)], .95, "A");
        var three = VariantTest.Decide([new("A", 1000, 100), new("B", 1000, 129), new("C", 1000, 100)], .95, "A");
        (two.Verdict, three.Verdict).Should().Be((WinnerVerdict.Significant, WinnerVerdict.NotSignificant));
        three.PValue.Should().BeApproximately(two.PValue!.Value * 3, 1e-12);
    }

    [Fact]
    [Trait("Check", "EM-11")]
    public void Decide_VariantsThatAreAlike_WinNoMoreOftenThanTheConfidenceSays()
    {
        var (random, wins, rounds) = (new Random(7), 0, 2000);
        for (var i = 0; i < rounds; i++)
        {
            int Draw() => Enumerable.Range(0, 400).Count(_ => random.NextDouble() < .1);
            wins += VariantTest.Decide([new("A", 400, Draw()), new("B", 400, Draw()), new("C", 400, Draw())], .95, "A").Verdict == WinnerVerdict.Significant ? 1 : 0;
        }

        ((double)wins / rounds).Should().BeLessThan(.05);
    }
}
