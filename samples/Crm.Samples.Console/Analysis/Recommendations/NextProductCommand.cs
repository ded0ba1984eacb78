using System.CommandLine;
using Crm.Analytics.Recommendations;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm analyze next-product</c>: what to offer to whom, and how well that foresees what was bought.</summary>
internal static class NextProductCommand
{
    private static readonly Dictionary<string, bool> s_holdouts = new(StringComparer.OrdinalIgnoreCase) { ["last-new"] = true };

    public static Command Create()
    {
        var options = new AnalysisOptions();
        var model = new ProductModelOptions();
        var count = new Option<int>("--count") { Description = "How many products each customer gets at most.", DefaultValueFactory = _ => 10 };
        var again = new Option<bool>("--include-owned") { Description = "Products that the customer owns may be offered again." };
        var holdout = new Option<string?>("--holdout") { Description = "last-new: hold out each customer's last new product and see how the model ranks it." };
        return new Command("next-product", "Products to offer next, with reasons.").With([.. options.All, .. model.All, count, again, holdout]).Does(async (run, token) =>
        {
            var request = options.Read(run);
            var (method, fit) = model.Read(run, request.Threads);
            var rules = new NextProductOptions
            {
                Count = run.Get(count) is > 0 and var most ? most : throw CommandFailure.Usage("--count: 1 or more is expected."),
                IncludeOwned = run.Get(again),
                DegreeOfParallelism = request.Threads,
            };
            var tests = run.Get(holdout) is { } kind && kind.OneOf("--holdout", s_holdouts);
            var input = await PurchaseInputs.ReadAsync(request, token);
            if (tests)
            {
                var (quality, time) = await Timing.MeasureAsync(request, "Next products", () => Test(input, request, fit));
                run.Output.Write(Document(method, quality, time), report => Print(report, method, quality));
                return;
            }

            var (table, timing) = await Timing.MeasureAsync(request, "Next products", () =>
            {
                var owned = OwnedProducts.From(ObservedLog.Build(input, request).Log);
                return NextProducts.From(owned, fit(owned), rules);
            });
            var shown = Listing.ForPeople(table.Customers.Count, request.Top, i => Best(table, i)).ToList();
            var names = await CustomerNames.ReadAsync(run, request, shown.Select(i => table.Customers[i].ToString()), token);
            run.Output.Write(Document(request, input, method, table, timing), report => Print(report, table, shown, names));
        });
    }

    private static RecommendationQuality Test(PurchaseInput input, AnalysisRequest request, Func<OwnedProducts, IProductModel> fit)
    {
        var test = LeaveLastOut.From(ObservedLog.Build(input, request).Log);
        return test.Evaluate(fit(test.Training), degreeOfParallelism: request.Threads);
    }

    private static float Best(NextProductTable table, int customer) => table.Scores(customer) is [var best, ..] ? best : 0;

    private static object Document(string method, RecommendationQuality quality, Timing timing) => new
    {
        Method = method,
        Users = quality.Customers,
        HitRateAt10 = quality.HitRate,
        NdcgAt10 = quality.Ndcg,
        quality.MeanReciprocalRank,
        timing.Milliseconds,
        timing.CpuMilliseconds,
    };

    private static object Document(AnalysisRequest request, PurchaseInput input, string method, NextProductTable table, Timing timing) => new
    {
        Method = method,
        Customers = table.Customers.Count,
        Products = table.Model.Products.Count,
        input.RowsRead,
        input.RowsWithoutCustomer,
        PerCustomer = Listing.Of(table.Customers.Count, request.Top, i => Best(table, i)).Select(i => new
        {
            Customer = table.Customers[i].ToString(),
            Products = table[i].Select(next => new
            {
                Product = next.Product.ToString(),
                next.Score,
                Because = next.Because.Select(reason => new { Product = reason.Product.ToString(), reason.Contribution }),
            }),
        }),
        timing.Milliseconds,
        timing.CpuMilliseconds,
    };

    private static void Print(Report report, string method, RecommendationQuality quality) => report.Fields(
        ("Method", method), ("Customers tested", quality.Customers), ("Hit rate at 10", quality.HitRate), ("NDCG at 10", quality.Ndcg),
        ("Mean reciprocal rank", quality.MeanReciprocalRank));

    private static void Print(Report report, NextProductTable table, IEnumerable<int> shown, IReadOnlyDictionary<string, string> names) => report
        .Fields(("Customers", table.Customers.Count), ("Products", table.Model.Products.Count))
        .Table(
            ["Customer", "Product", "Score", "Because of"],
            shown.SelectMany(i => table[i].Take(3).Select(next => new object?[]
            {
                names[table.Customers[i].ToString()], next.Product.ToString(), next.Score, string.Join(", ", next.Because.Select(reason => reason.Product.ToString())),
            })));
}
