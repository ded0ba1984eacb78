using Crm.Analytics.Gaps;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary>What <c>crm analyze gaps</c> prints.</summary>
internal static class GapsDocument
{
    public static object Of(GapQuestion question, GapTable table, Timing timing) => new
    {
        Needs = question.Needs.Count,
        Gaps = table.Gaps.Select(Theme),
        ToTeach = table.ToTeach.Select(Theme),
        Substitutes = table.Substitutes.Select(Pair),
        Missing = table.Missing.Select(missing => new { missing.Segment, Product = missing.Product.ToString(), missing.Customers, missing.Buyers, missing.Expected, missing.PValue }),
        table.NeedsWithoutTheme,
        Truncated = table.IsTruncated,
        timing.Milliseconds,
        timing.CpuMilliseconds,
    };

    public static void Print(Report report, GapQuestion question, GapTable table) => report
        .Fields(("Needs", question.Needs.Count), ("Without a theme", table.NeedsWithoutTheme))
        .Table(["Nothing meets", "People", "Customers", "Near to it", "Segments"], table.Gaps.Select(Row))
        .Table(["To teach", "People", "Customers", "Met by", "Segments"], table.ToTeach.Select(Row))
        .Table(
            ["Bought in place of each other", "", "Customers", "Together", "Expected"],
            table.Substitutes.Select(pair => new object?[] { pair.First.ToString(), pair.Second.ToString(), pair.Customers, pair.Together, pair.Expected }))
        .Table(
            ["Segment", "Does not buy", "Customers", "Buyers", "Expected"],
            table.Missing.Select(missing => new object?[] { missing.Segment, missing.Product.ToString(), missing.Customers, missing.Buyers, missing.Expected }));

    private static object?[] Row(NeedTheme theme) =>
    [
        string.Join(' ', theme.Terms), theme.People, theme.Customers, string.Join(", ", theme.MetBy.Concat(theme.Near).Take(3)), string.Join(", ", theme.Segments.Select(segment => segment.Segment)),
    ];

    private static object Theme(NeedTheme theme) => new
    {
        theme.Terms,
        theme.People,
        theme.Customers,
        MetBy = theme.MetBy.Select(product => product.ToString()),
        Near = theme.Near.Select(product => product.ToString()),
        ToTeach = theme.ToTeach.Select(customer => customer.ToString()),
        Substitutes = theme.Substitutes.Select(Pair),
        theme.Segments,
        Evidence = theme.Evidence.Select(need => new { need.Source, need.Id, Customer = need.Customer?.ToString() }),
    };

    private static object Pair(SubstitutePair pair) => new { First = pair.First.ToString(), Second = pair.Second.ToString(), pair.Customers, pair.Together, pair.Expected, pair.PValue };
}
