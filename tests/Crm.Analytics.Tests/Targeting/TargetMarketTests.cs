using Crm.Analytics.Baskets;
using Crm.Analytics.Targeting;
using Crm.Domain.Criteria;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Targeting;

public sealed class TargetMarketTests
{
    private static readonly string[] s_countries = ["AT", "DE", "IT", "RO"];

    // One in ten is a target; of Germans from 40 on, six in ten, given the effect.
    private static (MarketAttribute[] Attributes, bool[] Targets) Market(int seed, int customers = 2000, bool effect = true)
    {
        var random = new System.Random(seed);
        string?[] countries = [.. Enumerable.Range(0, customers).Select(_ => random.Next(20) == 0 ? null : s_countries[random.Next(4)])];
        decimal?[] ages = [.. Enumerable.Range(0, customers).Select(_ => random.Next(20) == 0 ? (decimal?)null : random.Next(18, 80))];
        string?[] shoes = [.. Enumerable.Range(0, customers).Select(_ => random.Next(2) == 0 ? "brown" : "black")];
        bool[] targets = [.. Enumerable.Range(0, customers).Select(i => random.NextDouble() < (effect && countries[i] == "DE" && ages[i] >= 40 ? 0.6 : 0.1))];
        return ([MarketAttribute.OfChoices("country", countries), MarketAttribute.OfNumbers("age", ages), MarketAttribute.OfChoices("shoes", shoes)], targets);
    }

    [Fact]
    [Trait("Check", "AN-08")]
    public void Find_WhatWasPlanted_IsFoundAndFitsASegment()
    {
        var (attributes, targets) = Market(4);

        var table = TargetMarket.Find(attributes, targets);

        var best = table[0];
        best.Conditions.Should().HaveCount(2);
        best.Conditions.Should().ContainEquivalentOf(new Condition("country", CriteriaOperators.Equal, "DE"));
        var age = best.Conditions.Single(condition => condition.Field == "age");
        (age.Operator, (decimal)age.Value! is >= 34 and <= 46).Should().Be((CriteriaOperators.GreaterOrEqual, true));
        best.IsSignificant.Should().BeTrue();
        best.Share.Should().BeInRange(0.5, 0.7);
        best.Lift.Should().BeApproximately(best.Share / table.BaseShare, 1e-12);
        best.WeightedRelativeAccuracy.Should().BeApproximately(best.Customers / 2000.0 * (best.Share - table.BaseShare), 1e-12);
        table.SelectMany(group => group.Conditions).Should().NotContain(condition => condition.Field == "shoes" && table[0].Conditions.Contains(condition));
        Criterion.Parse(best.Criterion.ToJson()).Value.Should().Be(best.Criterion);
        table.Select(group => group.WeightedRelativeAccuracy).Should().BeInDescendingOrder();
    }

    [Fact]
    [Trait("Check", "AN-08")]
    public void Find_WhereNothingIs_SeldomCallsAnythingSignificant() =>
        Enumerable.Range(0, 100).Count(seed =>
        {
            var (attributes, targets) = Market(seed, 500, effect: false);
            return TargetMarket.Find(attributes, targets, new TargetMarketOptions { SignificanceLevel = 0.05 }).Any(group => group.IsSignificant);
        }).Should().BeLessThanOrEqualTo(10);

    [Fact]
    public void Find_WideBeam_IsTheBestOfAll() => Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
    {
        var (attributes, targets) = Market(seed, 120);
        var options = new TargetMarketOptions { MaximumConditions = 2, MinimumCustomers = 5, BeamWidth = 1000, NumberParts = 4, Count = 1 };
        var table = TargetMarket.Find(attributes, targets, options);

        var conditions = MarketConditions.Of(attributes, 120, options);
        var bits = conditions.Select(condition => condition.Bits)
            .Concat(from one in conditions from other in conditions select MarketCondition.And(one.Bits, other.Bits));
        var best = bits.Select(set => Enumerable.Range(0, 120).Where(i => (set[i >> 6] >> (i & 63) & 1) == 1).ToList()).Where(rows => rows.Count >= 5)
            .Max(rows => (rows.Count(row => targets[row]) - (rows.Count * targets.Count(t => t) / 120.0)) / 120);
        if (best <= 0) table.Should().BeEmpty();
        else table[0].WeightedRelativeAccuracy.Should().BeApproximately(best, 1e-12);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Find_WithoutCustomersTargetsOrVariety_IsEmpty()
    {
        TargetMarket.Find([], []).Should().BeEmpty();
        TargetMarket.Find([MarketAttribute.OfChoices("x", ["a", "b"])], [false, false], new TargetMarketOptions { MinimumCustomers = 1 }).Should().BeEmpty();
        TargetMarket.Find([MarketAttribute.OfChoices("x", ["a", "a"]), MarketAttribute.OfNumbers("y", [1, 1])], [true, false], new TargetMarketOptions { MinimumCustomers = 1 }).Should().BeEmpty();
    }

    [Fact]
    public void BadInput_IsRefused()
    {
        var x = MarketAttribute.OfChoices("x", ["a", "b"]);
        Action[] acts =
        [
            () => TargetMarket.Find([x], [true]),
            () => TargetMarket.Find([x, MarketAttribute.OfNumbers("x", [1, 2])], [true, false]),
            () => TargetMarket.Find([x], [true, false], new TargetMarketOptions { MaximumConditions = 7 }),
            () => TargetMarket.Find([x], [true, false], new TargetMarketOptions { MinimumCustomers = 0 }),
            () => TargetMarket.Find([x], [true, false], new TargetMarketOptions { BeamWidth = 0 }),
            () => TargetMarket.Find([x], [true, false], new TargetMarketOptions { NumberParts = 1 }),
            () => TargetMarket.Find([x], [true, false], new TargetMarketOptions { SignificanceLevel = 0 }),
            () => MarketAttribute.OfChoices(" ", []),
        ];
        foreach (var act in acts) act.Should().Throw<ArgumentException>();
    }
}
