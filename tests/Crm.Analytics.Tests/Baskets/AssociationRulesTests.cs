using System.Globalization;
using Crm.Analytics.Baskets;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Baskets;

public sealed class AssociationRulesTests
{
    private static readonly Func<RuleCounts, double>[] s_measures =
    [
        c => c.Both, c => c.Support, c => c.Confidence, c => c.Lift, c => c.Coverage, c => c.Leverage, c => c.Conviction, c => c.ChiSquared, c => c.Phi, c => c.Jaccard,
        c => c.Kulczynski, c => c.Cosine, c => c.HyperLift, c => c.FishersExactTest, c => c.OddsRatio, c => c.Gini, c => c.JMeasure, c => c.AddedValue,
        c => c.DifferenceOfConfidence, c => c.Imbalance,
    ];

    // The rules and measures of the package arules for R.
    [SkippableFact]
    [Trait("Check", "AN-07")]
    public void From_Groceries_GivesEveryRuleAndMeasureOfArules()
    {
        var rules = AssociationRules.From(FrequentItemsets.Find(BasketSamples.Groceries(), new ItemsetOptions { MinimumCount = 10 }));
        var expected = TestData.Lines("groceries_rules_s001_c50.csv.gz").Skip(1).Select(Cells).ToDictionary(c => Key(c[0].Split(','), c[1]), c => c[2..]);
        rules.Should().HaveCount(5668);
        foreach (var rule in rules)
        {
            var cells = expected[Key(rule.Antecedent.Select(i => rules.Items[i].AsText()), rules.Items[rule.Consequent].AsText())];
            for (var i = 0; i < s_measures.Length; i++)
            {
                var (measure, figure) = (s_measures[i](rule.Counts), Figure(cells[i]));
                if (double.IsFinite(figure)) measure.Should().BeApproximately(figure, 1e-9 * Math.Max(1, Math.Abs(figure)));
                else measure.Should().Be(figure);
            }
        }

        rules.Count(r => r.IsRedundant).Should().Be(572);
        rules.Count(r => r.PValue <= 0.01).Should().Be(5594);
        rules.Count(r => r.IsSignificant).Should().Be(5594, "so few are not significant that the correction changes none");
        rules.Count(r => r.Confidence >= 0.8).Should().Be(410);
        rules.Count(r => r.Confidence >= 0.9).Should().Be(129);
        (rules[0].Count, Math.Round(rules[0].Lift, 5)).Should().Be((12, 18.99565));
        rules[0].Antecedent.Select(i => rules.Items[i].AsText()).Should().Equal("Instant food products", "soda");

        static string Key(IEnumerable<string> left, string right) => $"{string.Join(',', left.Order(StringComparer.Ordinal))} => {right}";
        static string[] Cells(string line)
        {
            var parts = line.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Split('"');
            return [parts[1], parts[3], .. parts[4].Trim(',').Split(',')];
        }

        static double Figure(string text) => text switch { "NA" => double.NaN, "Inf" => double.PositiveInfinity, _ => double.Parse(text, CultureInfo.InvariantCulture) };
    }

    [SkippableTheory]
    [Trait("Check", "AN-07")]
    [InlineData("0.006", 0.25, 463)]
    [InlineData("0.01", 0.5, 15)]
    [InlineData("0.005", 0.5, 120)]
    public void From_Groceries_GivesThePublishedNumbers(string share, double confidence, int rules)
    {
        var baskets = BasketSamples.Groceries();
        var itemsets = FrequentItemsets.Find(baskets, new ItemsetOptions { MinimumCount = baskets.CountOfShare(decimal.Parse(share, CultureInfo.InvariantCulture)) });
        AssociationRules.From(itemsets, new RuleOptions { MinimumConfidence = confidence }).Should().HaveCount(rules);
    }

    [Fact]
    public void From_AnyBaskets_IsTheDefinition() =>
        Prop.ForAll(BasketSamples.Baskets, baskets =>
        {
            var table = BasketSamples.Of(baskets);
            var itemsets = FrequentItemsets.Find(table, new ItemsetOptions { MinimumCount = 2 });
            var rules = AssociationRules.From(itemsets, new RuleOptions { MinimumConfidence = 0.6 });
            var expected = itemsets.Where(s => s.Items.Count > 1).SelectMany(s => s.Items.Select(right => (Left: s.Items.Where(i => i != right).ToArray(), Right: right, s.Count)))
                .Where(r => (double)r.Count / Count(r.Left) >= 0.6).ToArray();
            rules.Should().HaveCount(expected.Length);
            foreach (var rule in rules)
            {
                rule.Counts.Should().Be(new RuleCounts(table.Count, Count(rule.Antecedent), Count([rule.Consequent]), Count([.. rule.Antecedent, rule.Consequent])));
                rule.IsRedundant.Should().Be(rules.Any(r => r.Consequent == rule.Consequent && r.Antecedent.Count < rule.Antecedent.Count
                    && r.Antecedent.All(rule.Antecedent.Contains) && r.Confidence >= rule.Confidence));
            }

            int Count(IReadOnlyList<int> items) => Enumerable.Range(0, table.Count).Count(b => items.All(table.ItemsOf(b).ToArray().Contains));
        }).QuickCheckThrowOnFailure();

    // Benjamini and Hochberg (1995), table 1: of fifteen p-values, the four smallest are rejected at 0.05.
    [Fact]
    public void Adjust_PublishedPValues_RejectsThoseOfThePaper()
    {
        double[] values = [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1.000];
        Significance.Adjust(values, MultipleTesting.FalseDiscoveryRate).Count(p => p <= 0.05).Should().Be(4);
        Significance.Adjust(values, MultipleTesting.Bonferroni).Count(p => p <= 0.05).Should().Be(3);
        Significance.Adjust([.03, .02, .01], MultipleTesting.FalseDiscoveryRate).Should().AllSatisfy(p => p.Should().BeApproximately(.03, 1e-15));
    }

    // Fisher's tea: of four cups with milk first, all four found among eight.
    [Fact]
    public void FishersExactTest_LadyTastingTea_IsOneInSeventy() =>
        new RuleCounts(8, 4, 4, 4).FishersExactTest.Should().BeApproximately(1 / 70.0, 1e-15);

    [Fact]
    public void FishersExactTest_AnyTable_IsTheSumOfItsDefinition() =>
        Prop.ForAll(Gen.Choose(1, 25).ToArbitrary(), Gen.Choose(0, 25).ToArbitrary(), Gen.Choose(0, 25).ToArbitrary(), (total, marked, drawn) =>
        {
            (marked, drawn) = (Math.Min(marked, total), Math.Min(drawn, total));
            var law = new HypergeometricDistribution(total, marked, drawn);
            double[] terms = [.. Enumerable.Range(0, total + 1).Select(k => Choose(marked, k) * Choose(total - marked, drawn - k) / Choose(total, drawn))];
            for (var k = 0; k <= total; k++) law.AtLeast(k).Should().BeApproximately(terms.Skip(k).Sum(), 1e-12);
            var quantile = law.Quantile(0.99);
            terms.Take(quantile + 1).Sum().Should().BeGreaterThanOrEqualTo(0.99 - 1e-12);
            terms.Take(quantile).Sum().Should().BeLessThan(0.99 + 1e-12);

            static double Choose(int n, int k) => k < 0 || k > n ? 0 : Enumerable.Range(1, k).Aggregate(1.0, (ways, i) => ways * (n - k + i) / i);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void From_WhatHoldsNotAllCounts_IsRefusedOrSaysSo()
    {
        var baskets = BasketSamples.OfText("a b c", "a b c", "a b", "c");
        var options = new ItemsetOptions { MinimumCount = 1 };
        foreach (var wrong in new[] { options with { Kind = ItemsetKind.Closed }, options with { MinimumSize = 2 } })
            ((Action)(() => AssociationRules.From(FrequentItemsets.Find(baskets, wrong)))).Should().Throw<ArgumentException>();
        AssociationRules.From(FrequentItemsets.Find(baskets, options with { MaximumItemsets = 4 })).IsTruncated.Should().BeTrue();
        ((Action)(() => AssociationRules.From(FrequentItemsets.Find(baskets, options), new RuleOptions { MinimumConfidence = 2 }))).Should().Throw<ArgumentOutOfRangeException>();
        var never = AssociationRules.From(FrequentItemsets.Find(baskets, options)).Single(r => r.Antecedent.Count == 1 && r.Confidence == 1 && baskets.Items[r.Consequent].AsText() == "a");
        (never.Counts.Conviction, never.Counts.OddsRatio, never.Counts.JMeasure).Should().Be((double.PositiveInfinity, double.PositiveInfinity, double.NaN));
    }
}
