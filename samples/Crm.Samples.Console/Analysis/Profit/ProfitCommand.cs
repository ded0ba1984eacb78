using System.CommandLine;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm analyze profit</c>: what is left of each customer's purchases after goods, discounts, returns and service.</summary>
internal static class ProfitCommand
{
    public static Command Create()
    {
        var options = new AnalysisOptions();
        var costs = new ProfitCostOptions();
        return new Command("profit", "Profit of every customer, how it is spread, and what drives losses.").With([.. options.All, .. costs.All]).Does(async (run, token) =>
        {
            var request = options.Read(run);
            var question = costs.Read(run);
            var input = await PurchaseInputs.ReadAsync(request, token);
            if (request.Files.Length == 0)
            {
                await run.WithCrmAsync(
                    async session => question = question with
                    {
                        Services = [.. question.Services, .. await RecordedServices.ReadAsync(session, question.Options.Tariff.Prices, request.AsOf, token)],
                    },
                    token);
            }

            var (table, timing) = await Timing.MeasureAsync(request, "Profit", () => question.Answer(ObservedLog.Build(input, request).Log));
            var worst = Listing.ForPeople(table.Customers.Count, request.Top, i => -table.Profits[i]).Where(i => table.Profits[i] < 0).ToList();
            var best = Listing.ForPeople(table.Customers.Count, request.Top, i => table.Profits[i]).Where(i => table.Profits[i] > 0).ToList();
            var names = await CustomerNames.ReadAsync(run, request, best.Concat(worst).Select(i => table.Customers[i].ToString()).Distinct(), token);
            run.Output.Write(ProfitDocument.Of(request, input, table, timing), report => ProfitDocument.Print(report, table, best, worst, names));
        });
    }
}
