using Crm.Analytics.Baskets;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary>What <c>crm analyze baskets</c> prints.</summary>
internal static class BasketsDocument
{
    private const int Top = 10;

    public static object Of(AnalysisRequest request, BasketFigures found, Timing timing) => new
    {
        Transactions = found.Baskets.Count,
        Items = found.Baskets.Items.Count,
        MinSupport = found.MinimumCount,
        Itemsets = found.Counts.Total,
        BySize = found.Counts.BySize.ToDictionary(s => RuleMeasures.Text(s.Key), s => s.Value),
        Rules = found.Rules?.Count,
        RedundantRules = found.Rules?.Count(r => r.IsRedundant),
        SignificantRules = found.Rules?.Count(r => r.IsSignificant),
        Top = found.Rules?.Take(request.Top ?? Top).Select(r => Rule(found.Rules, r)),
        Truncated = found.Itemsets?.IsTruncated ?? false,
        found.Baskets.EmptyBaskets,
        found.Baskets.DuplicateItems,
        found.Baskets.OversizedBaskets,
        found.Baskets.LargestBasket,
        timing.Milliseconds,
        timing.CpuMilliseconds,
    };

    public static void Print(Report report, AnalysisRequest request, BasketFigures found)
    {
        report
            .Fields(
                ("Baskets", found.Baskets.Count), ("Items", found.Baskets.Items.Count), ("Least count", found.MinimumCount), ("Itemsets", found.Counts.Total.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)),
                ("Truncated", found.Itemsets is { IsTruncated: true } ? "yes: there are more" : null),
                ("Baskets left out as too large", found.Baskets.OversizedBaskets is > 0 and var left ? left : null))
            .Table(["Items", "Sets"], found.Counts.BySize.Select(s => new object?[] { s.Key, s.Value }));
        if (found.Rules is { } rules)
        {
            report.Fields(("Rules", rules.Count), ("of them redundant", rules.Count(r => r.IsRedundant)), ("of them significant", rules.Count(r => r.IsSignificant)))
                .Heading("Rules by lift")
                .Table(
                    ["If", "Then", "Baskets", "Confidence", "Lift", "p"],
                    rules.Take(request.Top ?? Top).Select(r => new object?[]
                    {
                        string.Join(", ", RuleMeasures.Names(rules, r.Antecedent)), rules.Items[r.Consequent].ToString(), r.Count, r.Confidence, r.Lift, r.AdjustedPValue,
                    }));
        }
    }

    private static Dictionary<string, object?> Rule(RuleTable rules, AssociationRule rule)
    {
        var row = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["if"] = RuleMeasures.Names(rules, rule.Antecedent),
            ["then"] = RuleMeasures.Names(rules, [rule.Consequent]),
            ["count"] = rule.Count,
        };
        foreach (var (name, measure) in RuleMeasures.All)
        {
            row[name] = measure(rule.Counts);
        }

        (row["adjustedPValue"], row["isSignificant"], row["isRedundant"]) = (rule.AdjustedPValue, rule.IsSignificant, rule.IsRedundant);
        return row;
    }
}
