using System.CommandLine;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm analyze target-market</c>: who the targets are, or whom to offer one product.</summary>
internal static class TargetMarketCommand
{
    public static Command Create()
    {
        var options = new AnalysisOptions();
        var search = new MarketSearchOptions();
        var model = new ProductModelOptions();
        var product = new Option<string?>("--product") { Description = "Of purchases: rank the customers who do not have this product; with --calibration-end see who bought it.", HelpName = "P" };
        return new Command("target-market", "What targets, such as profitable customers, have in common; or whom to offer a product.")
            .With([.. options.All, .. search.All, product, .. model.All]).Does(async (run, token) =>
        {
            if (run.Get(product) is { } name)
            {
                search.RefuseAll(run);
                var request = options.Read(run);
                var (method, fit) = model.Read(run, request.Threads);
                var input = await PurchaseInputs.ReadAsync(request, token);
                var (found, timing) = await Timing.MeasureAsync(request, "Audience", () => AudienceFigures.From(ObservedLog.Build(input, request), name, fit));
                run.Output.Write(AudienceDocument.Of(request, found, method, timing), report => AudienceDocument.Print(report, request, found));
                return;
            }

            var asked = options.Read(run, columnsOf: []);
            var question = search.Read(run, asked);
            var (table, time) = await Timing.MeasureAsync(asked, "Target market", question.Answer);
            run.Output.Write(TargetMarketDocument.Of(asked, table, time), report => TargetMarketDocument.Print(report, asked, table));
        });
    }
}
