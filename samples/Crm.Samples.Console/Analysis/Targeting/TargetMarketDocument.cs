using System.Text.Json.Nodes;
using Crm.Analytics.Targeting;
using Crm.Domain.Criteria;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary>What <c>crm analyze target-market</c> prints of groups.</summary>
internal static class TargetMarketDocument
{
    public static object Of(AnalysisRequest request, TargetMarketTable table, Timing timing) => new
    {
        table.Customers,
        table.Targets,
        table.BaseShare,
        table.Tested,
        Groups = table.Select(group => new
        {
            Criteria = JsonNode.Parse(group.Criterion.ToJson()),
            group.Customers,
            group.Targets,
            group.Share,
            group.Coverage,
            group.Lift,
            group.WeightedRelativeAccuracy,
            group.PValue,
            group.AdjustedPValue,
            group.IsSignificant,
        }),
        timing.Milliseconds,
        timing.CpuMilliseconds,
    };

    public static void Print(Report report, AnalysisRequest request, TargetMarketTable table) => report
        .Fields(("Customers", table.Customers), ("Targets", table.Targets), ("Share of targets", table.BaseShare), ("Groups looked at", table.Tested))
        .Table(
            ["Customers who", "Customers", "Targets", "Share", "Lift", "p, corrected"],
            table.Select(group => new object?[]
            {
                string.Join(" and ", group.Conditions.Select(Words)), group.Customers, group.Targets, group.Share, group.Lift, group.AdjustedPValue,
            }));

    private static string Words(Condition condition) => condition.Operator switch
    {
        CriteriaOperators.Equal => FormattableString.Invariant($"{condition.Field} = {condition.Value}"),
        CriteriaOperators.LessThan => FormattableString.Invariant($"{condition.Field} < {condition.Value}"),
        _ => FormattableString.Invariant($"{condition.Field} >= {condition.Value}"),
    };
}
