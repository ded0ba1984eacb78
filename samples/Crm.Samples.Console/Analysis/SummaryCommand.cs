using System.CommandLine;
using Crm.Analytics.Purchases;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;
using NodaTime;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm analyze summary</c>: what every customer bought, in the figures that purchase models need.</summary>
internal static class SummaryCommand
{
    public static Command Create()
    {
        var options = new AnalysisOptions();
        var unit = UnitOption.Create("day");
        return new Command("summary", "Frequency, recency, age and monetary value of every customer.").With([.. options.All, unit]).Does(async (run, token) =>
        {
            var request = options.Read(run);
            var durations = run.Read(unit);
            var input = await PurchaseInputs.ReadAsync(request, token);
            var (found, timing) = await Timing.MeasureAsync(request, "Summary", () =>
            {
                var observed = ObservedLog.Build(input, request);
                return (Observed: observed, Summaries: observed.Summarise(request));
            });
            var best = Listing.ForPeople(found.Summaries.Count, request.Top, i => found.Summaries.Totals[i]).Select(i => found.Summaries[i]).ToList();
            var names = await CustomerNames.ReadAsync(run, request, best.Select(s => s.Customer.ToString()), token);
            run.Output.Write(
                Document(request, input, found.Observed, found.Summaries, durations, timing),
                report => Print(report, input, found.Observed.Log, found.Summaries, durations, best, names));
        });
    }

    private static object Document(
        AnalysisRequest request, PurchaseInput input, ObservedLog observed, CustomerSummaries summaries, TimeUnit unit, Timing timing)
    {
        var (total, log, days) = (summaries.Total(), observed.Log, unit.Days());
        return new
        {
            Customers = log.CustomerCount,
            CustomersWithPurchase = total.Customers,
            Purchases = total.PurchaseDays,
            total.Orders,
            Products = ProductsOf(log),
            log.Window?.First,
            Last = log.RowCount == 0 ? (LocalDate?)null : DayNumber.ToDate(LastDay(log)),
            summaries.AsOf,
            total.Revenue,
            Rows = log.RowCount,
            input.RowsRead,
            input.RowsWithoutCustomer,
            input.RowsBelowMinPrice,
            ReturnRows = log.ReturnRowCount,
            input.ReturnsLeftOut,
            Unit = unit,
            Sums = new { total.Frequency, total.RecencyDays, total.AgeDays, total.Monetary },
            Holdout = observed.Holdout(request),
            PerCustomer = Listing.Of(summaries.Count, request.Top, i => summaries.Totals[i]).Select(i => summaries[i]).Select(s => new
            {
                Customer = s.Customer.ToString(), s.Frequency, Recency = s.RecencyDays / days, Age = s.AgeDays / days, s.Monetary, s.Orders, s.Total, First = s.FirstDay, Last = s.LastDay,
            }),
            timing.Milliseconds,
            timing.CpuMilliseconds,
        };
    }

    // The log knows the products of all its rows, also of those that were cut off.
    private static int ProductsOf(PurchaseLog log)
    {
        var bought = new HashSet<int>();
        foreach (var product in log.ProductPositions)
        {
            bought.Add(product);
        }

        return bought.Count(p => p >= 0);
    }

    private static int LastDay(PurchaseLog log)
    {
        var last = int.MinValue;
        foreach (var day in log.Days)
        {
            last = Math.Max(last, day);
        }

        return last;
    }

    private static void Print(
        Report report, PurchaseInput input, PurchaseLog log, CustomerSummaries summaries, TimeUnit unit, IEnumerable<PurchaseSummary> best, IReadOnlyDictionary<string, string> names)
    {
        var (total, days) = (summaries.Total(), unit.Days());
        report
            .Fields(
                ("Customers", log.CustomerCount), ("Purchase days", total.PurchaseDays), ("Orders", total.Orders), ("Products", ProductsOf(log)),
                ("Revenue", total.Revenue), ("Rows", log.RowCount), ("Rows without a customer, left out", input.RowsWithoutCustomer),
                ("Returns", log.ReturnRowCount), ("Returns left out", input.ReturnsLeftOut), ("Too cheap, left out", input.RowsBelowMinPrice),
                ("Observed", log.Window), ("As of", summaries.AsOf))
            .Line().Heading($"Customers by revenue, durations in {unit.ToString().ToLowerInvariant()}s")
            .Table(
                ["Customer", "Repeats", "Recency", "Age", "Mean repeat day", "Total", "Last"],
                best.Select(s => new object?[]
                {
                    names[s.Customer.ToString()], s.Frequency, Math.Round(s.RecencyDays / days, 2), Math.Round(s.AgeDays / days, 2), Math.Round(s.Monetary, 2), s.Total, s.LastDay,
                }));
    }
}
