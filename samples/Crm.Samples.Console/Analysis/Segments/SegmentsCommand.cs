using System.CommandLine;
using Crm.Analytics.Segmentation;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm analyze segments</c>: customers who buy alike.</summary>
internal static class SegmentsCommand
{
    public static Command Create()
    {
        var options = new AnalysisOptions();
        var clusters = new ClusterOptions();
        var columns = new Option<string?>("--columns") { Description = "Of a file with a row for each customer, the columns of numbers to group by; without it customers are grouped by how they buy.", HelpName = "A,B" };
        var plain = new Option<bool>("--as-they-are") { Description = "With --columns: do not divide columns by their standard deviations." };
        return new Command("segments", "Groups of customers who are alike, by k-means, with what is special about each.").With([.. options.All, .. clusters.All, columns, plain])
            .Does(async (run, token) =>
            {
                if (run.Get(columns) is { } names)
                {
                    var request = options.Read(run, columnsOf: []);
                    var question = clusters.Read(run, request.Threads);
                    var features = FeatureFile.Read(request, names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), run.Get(plain));
                    var (found, timing) = await Timing.MeasureAsync(request, "Segments", () => new SegmentFigures(question.Answer(features), null));
                    run.Output.Write(Document(request, found, timing), report => Print(report, found));
                }
                else
                {
                    var request = run.Get(plain) ? throw CommandFailure.Usage("--as-they-are needs --columns.") : options.Read(run);
                    var question = clusters.Read(run, request.Threads);
                    var input = await PurchaseInputs.ReadAsync(request, token);
                    var (found, timing) = await Timing.MeasureAsync(request, "Segments", () => SegmentFigures.From(ObservedLog.Build(input, request).Summarise(request), question));
                    run.Output.Write(Document(request, found, timing), report => Print(report, found));
                }
            });
    }

    private static object Document(AnalysisRequest request, SegmentFigures found, Timing timing) => new
    {
        Rows = found.Fit.Clusters.Length,
        Clusters = found.Fit.Profiles.Count,
        found.Fit.WithinSquares,
        found.Fit.TotalSquares,
        found.Fit.Explained,
        found.Fit.Silhouette,
        found.Fit.Converged,
        found.Fit.Iterations,
        Segments = found.Fit.Profiles,
        PerCustomer = Listing.Of(found.Fit.Clusters.Length, request.Top, i => -found.Fit.Clusters[i]).Select(i => new { Customer = found.NameOf(i), Segment = found.Fit.Clusters[i] }),
        timing.Milliseconds,
        timing.CpuMilliseconds,
    };

    private static void Print(Report report, SegmentFigures found) => report
        .Fields(
            ("Customers", found.Fit.Clusters.Length), ("Segments", found.Fit.Profiles.Count), ("Spread explained", found.Fit.Explained), ("Silhouette", found.Fit.Silhouette),
            ("Within sum of squares", found.Fit.WithinSquares), ("Converged", found.Fit.Converged ? "yes" : "no"))
        .Table(
            ["Segment", "Customers", .. found.Fit.Features.Select(feature => feature.Name), "What is special"],
            found.Fit.Profiles.Select(Row));

    private static object?[] Row(ClusterProfile profile) => [profile.Cluster, profile.Size, .. profile.Features.Select(feature => (object)feature.Mean), profile.Words];
}
