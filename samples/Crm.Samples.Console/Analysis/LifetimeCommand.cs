using System.CommandLine;
using Crm.Analytics.Lifetime;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm analyze lifetime</c>: who is still a customer, and how often they will buy.</summary>
internal static class LifetimeCommand
{
    private static readonly Dictionary<string, string> s_models = new(StringComparer.OrdinalIgnoreCase) { ["bgnbd"] = "bgnbd" };

    public static Command Create()
    {
        var options = new AnalysisOptions();
        var unit = UnitOption.Create("week");
        var model = new Option<string>("--model") { Description = "bgnbd (BG/NBD: Fader, Hardie and Lee 2005)", DefaultValueFactory = _ => "bgnbd" };
        var horizon = new Option<double>("--horizon") { Description = "How far to predict, in units.", DefaultValueFactory = _ => 52 };
        return new Command("lifetime", "Fit a model of buying and leaving; predict it for every customer.").With([.. options.All, unit, model, horizon]).Does(async (run, token) =>
        {
            (run.Get(model) ?? "").OneOf("--model", s_models);
            var request = options.Read(run, takesSummaries: true);
            var (durations, until) = (run.Read(unit), run.Get(horizon));
            if (!double.IsFinite(until) || until < 0)
            {
                throw CommandFailure.Usage("--horizon: a number of units, not below zero, is expected.");
            }

            var file = request.Format == PurchaseFormat.Summary ? SummaryFile.Read(request) : null;
            var input = file is null ? await PurchaseInputs.ReadAsync(request, token) : null;
            var (found, timing) = await Timing.MeasureAsync(request, "Lifetime", () =>
                LifetimeFigures.Fit(file?.ToCustomers(durations, request.Threads) ?? SummarisedCustomers.From(input!, request, durations), until));
            var best = found.Best(request);
            var names = await CustomerNames.ReadAsync(run, request, best.Select(i => found.Customers.Keys[i]).Distinct(StringComparer.Ordinal), token);
            run.Output.Write(found.ToDocument(request, input, timing), report => found.Print(report, best, names));
        });
    }
}
