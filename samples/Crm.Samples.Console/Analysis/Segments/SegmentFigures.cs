using System.Globalization;
using Crm.Analytics.Purchases;
using Crm.Analytics.Segmentation;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>Segments, and whom they hold: customers of purchases, or rows of a file.</summary>
internal sealed record SegmentFigures(KMeansFit Fit, Func<int, string>? Names)
{
    public string NameOf(int row) => Names?.Invoke(row) ?? (row + 1).ToString(CultureInfo.InvariantCulture);

    public static SegmentFigures From(CustomerSummaries summaries, ClusterQuestion question)
    {
        var found = CustomerFeatures.From(summaries);
        return found.Customers.Count == 0
            ? throw CommandFailure.Refused("NoCustomers", "Nobody bought anything.")
            : new SegmentFigures(question.Answer(found.Features), row => summaries.Customers[found.Customers[row]].ToString());
    }
}
