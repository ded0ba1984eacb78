using System.Globalization;
using Crm.Analytics.Baskets;

namespace Crm.Samples.Console.Analysis;

/// <summary>The measures of rules by the names that they are written with.</summary>
internal static class RuleMeasures
{
    public static readonly (string Name, Func<RuleCounts, double> Of)[] All =
    [
        ("support", c => c.Support), ("confidence", c => c.Confidence), ("lift", c => c.Lift), ("coverage", c => c.Coverage), ("leverage", c => c.Leverage),
        ("conviction", c => c.Conviction), ("chiSquared", c => c.ChiSquared), ("phi", c => c.Phi), ("jaccard", c => c.Jaccard), ("kulczynski", c => c.Kulczynski),
        ("cosine", c => c.Cosine), ("hyperLift", c => c.HyperLift), ("fishersExactTest", c => c.FishersExactTest), ("oddsRatio", c => c.OddsRatio), ("gini", c => c.Gini),
        ("jMeasure", c => c.JMeasure), ("addedValue", c => c.AddedValue), ("doc", c => c.DifferenceOfConfidence), ("imbalance", c => c.Imbalance),
    ];

    public static IEnumerable<string> Names(RuleTable rules, IReadOnlyList<int> items) => items.Select(i => rules.Items[i].ToString());

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>As R writes numbers.</summary>
    public static string Text(double number) =>
        double.IsNaN(number) ? "NA" : double.IsPositiveInfinity(number) ? "Inf" : number.ToString("R", CultureInfo.InvariantCulture);
}
