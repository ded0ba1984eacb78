using System.CommandLine;
using Crm.Analytics.Intervals;
using Crm.Analytics.Purchases;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm analyze intervals</c>: what is bought at which intervals, and what is overdue.</summary>
internal static class IntervalsCommand
{
    public static Command Create()
    {
        var options = new AnalysisOptions();
        var pairs = new Option<bool>("--pairs") { Description = "List every customer with every product too." };
        var level = new Option<double>("--level") { Description = "Probability that the next purchase falls from the earliest to the latest day.", DefaultValueFactory = _ => 0.8 };
        return new Command("intervals", "Days between purchases, of customers and products; the next purchase and what is overdue.")
            .With([.. options.All, pairs, level]).Does(async (run, token) =>
        {
            var request = options.Read(run);
            var next = new NextPurchaseOptions
            {
                Level = run.Get(level) is > 0 and < 1 and var share ? share : throw CommandFailure.Usage("--level: a probability is expected, above 0 and below 1."),
                DegreeOfParallelism = request.Threads,
            };
            var input = await PurchaseInputs.ReadAsync(request, token);
            var (found, timing) = await Timing.MeasureAsync(request, "Intervals", () => IntervalFigures.From(input, request, next, run.Get(pairs)));
            var best = Listing.ForPeople(found.Customers.Rows.Length, request.Top, i => found.Customers.Rows[i].PurchaseDays).ToList();
            var names = await CustomerNames.ReadAsync(run, request, best.Select(i => found.Customers.Rows[i].Customer.ToString()), token);
            run.Output.Write(Document(request, input, found, timing), report => Print(report, request, found, best, names));
        });
    }

    private static object Document(AnalysisRequest request, PurchaseInput input, IntervalFigures found, Timing timing) => new
    {
        RepeatIntervals = found.Overall.Intervals,
        found.Overall.MeanDays,
        found.Overall.MedianDays,
        found.Overall.LowerQuartileDays,
        found.Overall.UpperQuartileDays,
        P90Days = found.Overall.Percentile90Days,
        found.Overall.StandardDeviationDays,
        Regularity = Regularity(found.Overall),
        found.Overall.UsualWeekday,
        found.Overall.UsualDayOfMonth,
        Customers = found.Overall.Buyers,
        found.Overall.PurchaseDays,
        Overdue = found.Customers.Next.Count(n => n is { IsOverdue: true }),
        found.AsOf,
        input.RowsRead,
        input.RowsWithoutCustomer,
        found.RowsWithoutProduct,
        found.Warnings,
        PerCustomer = found.Customers.List(request).Select(i => Row(found.Customers, i)),
        PerProduct = found.Products.List(request).Select(i => Row(found.Products, i)),
        PerCustomerProduct = found.Pairs is { } pairs ? pairs.List(request).Select(i => Row(pairs, i)) : null,
        timing.Milliseconds,
        timing.CpuMilliseconds,
    };

    private static object Regularity(IntervalSummary row) => new { Wheat = row.WheatRegularity, Mle = row.GammaRegularity };

    private static object Row(IntervalRows rows, int i)
    {
        var (row, next) = (rows.Rows[i], rows.Next.Length == 0 ? null : rows.Next[i]);
        return new
        {
            Customer = Text(row.Customer),
            Product = Text(row.Product),
            Buyers = row.Customer.Kind == PurchaseKeyKind.None ? row.Buyers : (int?)null,
            row.PurchaseDays,
            row.Intervals,
            row.MeanDays,
            row.MedianDays,
            row.LowerQuartileDays,
            row.UpperQuartileDays,
            P90Days = row.Percentile90Days,
            row.StandardDeviationDays,
            row.Variation,
            Regularity = Regularity(row),
            row.UsualWeekday,
            row.UsualDayOfMonth,
            First = row.FirstDay,
            Last = row.LastDay,
            NextPurchase = next?.Expected,
            next?.Earliest,
            next?.Latest,
            next?.ElapsedDays,
            next?.Lateness,
            next?.DaysOverdue,
            Overdue = next?.IsOverdue,
        };
    }

    private static string? Text(PurchaseKey key) => key.Kind == PurchaseKeyKind.None ? null : key.ToString();

    private static void Print(Report report, AnalysisRequest request, IntervalFigures found, IEnumerable<int> best, IReadOnlyDictionary<string, string> names)
    {
        report
            .Fields(
                ("Customers", found.Overall.Buyers), ("Intervals", found.Overall.Intervals), ("Mean days", found.Overall.MeanDays), ("Median days", found.Overall.MedianDays),
                ("90th percentile", found.Overall.Percentile90Days), ("Regularity (Wheat)", found.Overall.WheatRegularity), ("Regularity (likelihood)", found.Overall.GammaRegularity),
                ("Overdue customers", found.Customers.Next.Count(n => n is { IsOverdue: true })), ("As of", found.AsOf))
            .Fields(found.Warnings.Select(w => (w.Code.ToString(), (object?)w.Message)))
            .Line().Heading("Customers by purchase days")
            .Table(
                ["Customer", "Purchase days", "Median days", "Last", "Next", "Latest", "Lateness"],
                best.Select(i => (Row: found.Customers.Rows[i], Next: found.Customers.Next[i])).Select(c => new object?[]
                {
                    names[c.Row.Customer.ToString()], c.Row.PurchaseDays, c.Row.MedianDays, c.Row.LastDay, c.Next?.Expected, c.Next?.Latest, Rounded(c.Next?.Lateness),
                }));
        if (found.Products.Rows.Length > 0)
        {
            report.Heading("Products by purchase days").Table(
                ["Product", "Buyers", "Purchase days", "Median days", "90th percentile"],
                Listing.ForPeople(found.Products.Rows.Length, request.Top, i => found.Products.Rows[i].PurchaseDays).Select(i => found.Products.Rows[i])
                    .Select(p => new object?[] { p.Product, p.Buyers, p.PurchaseDays, p.MedianDays, p.Percentile90Days }));
        }
    }

    private static object? Rounded(double? figure) => figure is { } known ? Math.Round(known, 3) : null;
}
