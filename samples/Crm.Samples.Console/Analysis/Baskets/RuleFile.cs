using System.Text;
using Crm.Analytics.Baskets;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>Writes rules as delimited text, with the columns of the package arules for R. Sides stand in braces, so that no cell is taken for a formula.</summary>
internal static class RuleFile
{
    public static void Write(string path, RuleTable rules)
    {
        try
        {
            using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            file.WriteLine(string.Join(',', ["lhs", "rhs", "count", .. RuleMeasures.All.Select(m => m.Name), "adjustedPValue", "isSignificant", "isRedundant"]));
            foreach (var rule in rules)
            {
                file.WriteLine(string.Join(',', Cells(rules, rule)));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Refused("FileNotWritten", exception.Message, "rules");
        }
    }

    private static IEnumerable<string> Cells(RuleTable rules, AssociationRule rule) =>
    [
        Side(RuleMeasures.Names(rules, rule.Antecedent)),
        Side(RuleMeasures.Names(rules, [rule.Consequent])),
        RuleMeasures.Text(rule.Count),
        .. RuleMeasures.All.Select(m => RuleMeasures.Text(m.Of(rule.Counts))),
        RuleMeasures.Text(rule.AdjustedPValue),
        rule.IsSignificant ? "true" : "false",
        rule.IsRedundant ? "true" : "false",
    ];

    private static string Side(IEnumerable<string> names) => $"\"{{{string.Join(',', names).Replace("\"", "\"\"", StringComparison.Ordinal)}}}\"";
}
