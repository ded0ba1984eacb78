using System.CommandLine;
using System.Globalization;
using Crm.Analytics.Baskets;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm analyze baskets</c>: what is bought together.</summary>
internal static class BasketsCommand
{
    private static readonly Dictionary<string, ItemsetKind> s_kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["all"] = ItemsetKind.All,
        ["closed"] = ItemsetKind.Closed,
        ["maximal"] = ItemsetKind.Maximal,
    };

    private static readonly Dictionary<string, BasketUnit> s_units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["order"] = BasketUnit.Order,
        ["day"] = BasketUnit.Day,
        ["customer"] = BasketUnit.Customer,
    };

    public static Command Create()
    {
        var options = new AnalysisOptions();
        var support = new Option<string>("--min-support") { Description = "In how many baskets a set must be: a count such as 20, or with a decimal point a share such as 0.01.", Required = true, HelpName = "N" };
        var confidence = new Option<double>("--min-confidence") { Description = "The least confidence of a rule, 0 to 1.", DefaultValueFactory = _ => 0.5 };
        var kind = new Option<string>("--kind") { Description = "all, closed or maximal; rules are made of all", DefaultValueFactory = _ => "all" };
        var size = new Option<int?>("--max-size") { Description = "The most items of a set.", HelpName = "N" };
        var count = new Option<bool>("--count-only") { Description = "Count the sets without keeping them: no rules, no limit." };
        var limit = new Option<int>("--max-itemsets") { Description = "How many sets are kept at most; truncated says whether there are more.", DefaultValueFactory = _ => 1_000_000, HelpName = "N" };
        var unit = new Option<string>("--basket") { Description = "Of purchases, what a basket is: order (without one, a customer's day), day or customer", DefaultValueFactory = _ => "order" };
        var largest = new Option<int?>("--max-basket") { Description = "Leave out baskets of more different items, counted.", HelpName = "N" };
        var rules = new Option<string?>("--rules") { Description = "Write all rules with every measure to this file.", HelpName = "FILE" };
        return new Command("baskets", "Itemsets that are bought together often, and association rules.")
            .With([.. options.All, support, confidence, kind, size, count, limit, unit, largest, rules]).Does(async (run, token) =>
        {
            var request = options.Read(run, takesBaskets: true);
            var (number, isShare) = Support(run.Get(support) ?? "");
            var sets = new ItemsetOptions
            {
                MinimumCount = 1,
                Kind = (run.Get(kind) ?? "").OneOf("--kind", s_kinds),
                MaximumSize = Positive(size.Name, run.Get(size)),
                MaximumItemsets = Positive(limit.Name, run.Get(limit))!.Value,
                DegreeOfParallelism = request.Threads,
            };
            var baskets = new BasketOptions { Unit = (run.Get(unit) ?? "").OneOf("--basket", s_units), MaximumSize = Positive(largest.Name, run.Get(largest)), DegreeOfParallelism = request.Threads };
            var least = run.Get(confidence) is >= 0 and <= 1 and var share ? share : throw CommandFailure.Usage("--min-confidence: 0 to 1 is expected.");
            var file = run.Get(rules);
            if (file is not null && (run.Get(count) || sets.Kind != ItemsetKind.All))
            {
                throw CommandFailure.Usage("--rules needs --kind all, and no --count-only.");
            }

            var question = new BasketQuestion(number, isShare, sets, baskets, least, run.Get(count));
            var read = await ReadAsync(request, token);
            var (found, timing) = await Timing.MeasureAsync(request, "Baskets", () => BasketFigures.From(read, question));
            if (file is not null)
            {
                RuleFile.Write(file, found.Rules!);
            }

            run.Output.Write(BasketsDocument.Of(request, found, timing), report => BasketsDocument.Print(report, request, found));
        });
    }

    private static async Task<Func<BasketOptions, BasketTable>> ReadAsync(AnalysisRequest request, CancellationToken cancellationToken)
    {
        if (request.Format is PurchaseFormat.Fimi or PurchaseFormat.Basket)
        {
            return BasketFile.Read(request);
        }

        var input = await PurchaseInputs.ReadAsync(request, cancellationToken);
        return options =>
        {
            var log = ObservedLog.Build(input, request).Log;
            return log.Products.Count > 0 || log.RowCount == 0
                ? BasketTable.From(log, options)
                : throw CommandFailure.Refused("NoProducts", "The purchases name no products, so nothing is bought together.", "product");
        };
    }

    // A value with a decimal point is a share, one without is a count.
    private static (decimal Support, bool IsShare) Support(string text)
    {
        var isShare = text.Contains('.', StringComparison.Ordinal);
        var known = decimal.TryParse(text, isShare ? NumberStyles.AllowDecimalPoint : NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return known && number > 0 && number <= (isShare ? 1 : int.MaxValue)
            ? (number, isShare)
            : throw CommandFailure.Usage($"--min-support {text}: a count of 1 or more is expected, or a share above 0 and at most 1.0.");
    }

    private static int? Positive(string option, int? number) =>
        number is null or > 0 ? number : throw CommandFailure.Usage($"{option} {number}: 1 or more is expected.");
}
