using System.CommandLine;
using System.Text;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm report</c>: one page with the pictures, for people who decide.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var options = new AnalysisOptions();
        var output = new Option<string>("--out") { Description = "The page to write.", DefaultValueFactory = _ => "report.html", HelpName = "FILE" };
        var title = new Option<string>("--title") { Description = "The heading of the page.", DefaultValueFactory = _ => "Customers and purchases" };
        var silence = new Option<int?>("--silence") { Description = "How many days without a purchase mean that a customer has left; by default what nine in ten intervals do not reach.", HelpName = "DAYS" };
        return new Command("report", "One HTML page of what customers buy, when, and what they are worth.").With([.. options.All, output, title, silence]).Does(async (run, token) =>
        {
            var request = options.Read(run);
            if (request.CalibrationEnd is not null || run.Get(silence) < 1)
            {
                throw CommandFailure.Usage(run.Get(silence) < 1 ? "--silence: a number of days is expected." : "--calibration-end: the report holds back two fifths of the window itself.");
            }

            var input = await PurchaseInputs.ReadAsync(request, token);
            var (figures, timing) = await Timing.MeasureAsync(request, "Report", () =>
                ObservedLog.Build(input, request).Log.Window is null
                    ? throw CommandFailure.Refused("NoCustomers", "There is no purchase to report.")
                    : ReportFigures.From(input, request, Source(request), request.Currency?.Code ?? input.Currency, run.Get(silence)));
            var names = await CustomerNames.ReadAsync(run, request, CustomerSections.Listed(figures), token, always: true);
            var path = run.Get(output)!;
            await File.WriteAllTextAsync(path, ReportPage.Of(figures with { Names = names }, run.Get(title)!), new UTF8Encoding(false), token);
            run.Output.Write(
                new { Out = path, Customers = figures.Log.CustomerCount, Rows = figures.Log.RowCount, figures.Log.Window, Bytes = new FileInfo(path).Length, timing.Milliseconds, timing.CpuMilliseconds },
                report => report.Line($"Written: {path} ({new FileInfo(path).Length / 1024} KB), as of {figures.Log.ObservedThrough:uuuu-MM-dd}"));
        });
    }

    private static string Source(AnalysisRequest request) => request.Files.Length > 0
        ? $"Purchases of {string.Join(", ", request.Files.Select(f => f == "-" ? "the standard input" : Path.GetFileName(f)))}"
        : "Purchases of the customer database";
}
