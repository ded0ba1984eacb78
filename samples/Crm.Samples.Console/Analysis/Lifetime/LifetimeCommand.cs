using System.CommandLine;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm analyze lifetime</c>: who is still a customer, how often they will buy, and what that is worth.</summary>
internal static class LifetimeCommand
{
    public static Command Create()
    {
        var options = new AnalysisOptions();
        var unit = UnitOption.Create("week");
        var model = new Option<string>("--model") { Description = $"{string.Join(", ", LifetimeModels.All.Keys)}; bgbb and sbg count periods and take --format summary", DefaultValueFactory = _ => "bgnbd" };
        var horizon = new Option<double>("--horizon") { Description = "How far to predict, in units.", DefaultValueFactory = _ => 52 };
        var discount = new Option<double>("--discount") { Description = "Discount rate a year (bgbb, sbg: a period).", DefaultValueFactory = _ => 0.1 };
        var margin = new Option<double>("--margin") { Description = "The share of revenue that is left, above 0.", DefaultValueFactory = _ => 1 };
        return new Command("lifetime", "Fit a model of buying and leaving; predict it for every customer.").With([.. options.All, unit, model, horizon, discount, margin]).Does(async (run, token) =>
        {
            var name = (run.Get(model) ?? "").ToLowerInvariant();
            name.OneOf("--model", LifetimeModels.All);
            var request = options.Read(run, takesSummaries: true);
            var question = new LifetimeQuestion(
                name, AtLeastZero("--horizon", run.Get(horizon)), AtLeastZero("--discount", run.Get(discount)), AtLeastZero("--margin", run.Get(margin)));
            if (LifetimeModels.CountsPeriods(name) && request.Format != PurchaseFormat.Summary)
            {
                throw CommandFailure.Usage($"--model {name} counts opportunities or renewals, which purchases do not say: --format summary is expected.");
            }

            var durations = run.Read(unit);
            var file = request.Format == PurchaseFormat.Summary ? SummaryFile.Read(request, name) : null;
            var input = file is null ? await PurchaseInputs.ReadAsync(request, token) : null;
            var (found, timing) = await Timing.MeasureAsync(request, "Lifetime", () =>
                LifetimeFigures.Fit(file?.ToCustomers(durations, request.Threads) ?? SummarisedCustomers.From(input!, request, durations), question));
            var best = Listing.ForPeople(found.Customers.Keys.Count, request.Top, found.Rank).ToList();
            var names = await CustomerNames.ReadAsync(run, request, best.Select(i => found.Customers.Keys[i]).Distinct(StringComparer.Ordinal), token);
            run.Output.Write(LifetimeDocument.Of(found, request, input, timing), report => LifetimeDocument.Print(found, report, best, names));
        });
    }

    private static double AtLeastZero(string option, double number) => double.IsFinite(number) && number >= 0
        ? number
        : throw CommandFailure.Usage($"{option} {number}: a number is expected, not below zero.");
}
