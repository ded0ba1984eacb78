using System.CommandLine;
using Crm.Analytics.Segmentation;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm analyze rfm</c>: recency, frequency and monetary scores.</summary>
internal static class RfmCommand
{
    private static readonly Dictionary<string, RfmTieRule> s_ties = new(StringComparer.OrdinalIgnoreCase)
    {
        ["rank"] = RfmTieRule.Rank,
        ["threshold"] = RfmTieRule.Threshold,
        ["bins"] = RfmTieRule.FixedBins,
    };

    public static Command Create()
    {
        var options = new AnalysisOptions();
        var ties = new Option<string>("--ties") { Description = "rank (bands of equal size), threshold (ties share a band) or bins (bounds that you name)", DefaultValueFactory = _ => "rank" };
        var bands = new Option<int>("--bands") { Description = "Bands of each score, 2 to 9.", DefaultValueFactory = _ => 5 };
        var bounds = new RfmBinOptions();
        return new Command("rfm", "Recency, frequency and monetary scores, cells and segments.").With([.. options.All, ties, bands, .. bounds.All]).Does(async (run, token) =>
        {
            var request = options.Read(run);
            var rule = (run.Get(ties) ?? "").OneOf("--ties", s_ties);
            var rules = new RfmOptions
            {
                Ties = rule,
                Bands = run.Get(bands) is >= 2 and <= 9 and var count ? count : throw CommandFailure.Usage("--bands: 2 to 9 is expected."),
                Bins = bounds.Read(run, rule, run.Get(bands)),
            };
            var input = await PurchaseInputs.ReadAsync(request, token);
            var (table, timing) = await Timing.MeasureAsync(request, "RFM", () => Rfm.Score(ObservedLog.Build(input, request).Summarise(request), rules));
            var best = Listing.ForPeople(table.Customers.Count, request.Top, i => table.Revenues[i]).ToList();
            var names = await CustomerNames.ReadAsync(run, request, best.Select(i => table.Customers[i].ToString()), token);
            run.Output.Write(Document(request, table, timing), report => Print(report, table, best, names));
        });
    }

    private static object Document(AnalysisRequest request, RfmTable table, Timing timing)
    {
        object Row(int i) => new
        {
            Customer = table.Customers[i].ToString(),
            RecencyDays = table.Scores[i].IsScored ? table.RecencyDays[i] : (int?)null,
            Orders = table.Orders[i],
            Revenue = table.Revenues[i] / 10_000m,
            R = table.Scores[i].Recency,
            F = table.Scores[i].Frequency,
            M = table.Scores[i].Monetary,
            Cell = table.Scores[i].IsScored ? table.Scores[i].Cell : null,
            Segment = table.SegmentOf(i),
        };
        return new
        {
            Customers = table.Scored,
            CustomersWithoutPurchase = table.Unscored,
            table.AsOf,
            SumRecencyDays = Enumerable.Range(0, table.Customers.Count).Where(i => table.Scores[i].IsScored).Sum(i => (long)table.RecencyDays[i]),
            table.Cells,
            Segments = table.Segments.ToDictionary(s => s.Key, s => s.Value),
            PerCustomer = Listing.Of(table.Customers.Count, request.Top, i => table.Revenues[i]).Select(Row),
            timing.Milliseconds,
            timing.CpuMilliseconds,
        };
    }

    private static void Print(Report report, RfmTable table, IEnumerable<int> best, IReadOnlyDictionary<string, string> names) => report
        .Fields(("Customers", table.Scored), ("As of", table.AsOf), ("Cells in use", table.Cells.Count))
        .Table(["Segment", "Customers"], table.Segments.Select(s => new object?[] { s.Key, s.Value }))
        .Heading("Customers by revenue")
        .Table(
            ["Customer", "Cell", "Segment", "Days since", "Orders", "Revenue"],
            best.Select(i => new object?[]
            {
                names[table.Customers[i].ToString()], table.Scores[i].Cell, table.SegmentOf(i), table.RecencyDays[i], table.Orders[i], table.Revenues[i] / 10_000m,
            }));
}
