using System.CommandLine;
using Crm.Analytics.Recommendations;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>Which model recommends: <c>--method ease|itemknn|popularity</c> with its parameters.</summary>
internal sealed class ProductModelOptions
{
    private static readonly Dictionary<string, string> s_methods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ease"] = "ease", ["itemknn"] = "itemknn", ["popularity"] = "popularity",
    };

    private readonly Option<string> _method = new("--method") { Description = "ease, itemknn or popularity", DefaultValueFactory = _ => "ease" };
    private readonly Option<double?> _lambda = new("--lambda") { Description = "Of ease: the ridge, above 0 (300)." };
    private readonly Option<int?> _neighbours = new("--neighbours") { Description = "Of itemknn: how many nearest products each keeps (20)." };
    private readonly Option<double?> _shrinkage = new("--shrinkage") { Description = "Of itemknn: what is added to the denominator of the cosine (0)." };

    public IEnumerable<Symbol> All => [_method, _lambda, _neighbours, _shrinkage];

    /// <summary>The name of the method and how it is fitted.</summary>
    public (string Method, Func<OwnedProducts, IProductModel> Fit) Read(Run run, int? threads)
    {
        var method = (run.Get(_method) ?? "").OneOf("--method", s_methods);
        var (lambda, neighbours, shrinkage) = (run.Get(_lambda), run.Get(_neighbours), run.Get(_shrinkage));
        Unused(lambda is not null && method != "ease", "--lambda needs --method ease.");
        Unused((neighbours is not null || shrinkage is not null) && method != "itemknn", "--neighbours and --shrinkage need --method itemknn.");
        Unused(lambda is not null && !(lambda > 0 && double.IsFinite(lambda.Value)), "--lambda: a number above 0 is expected.");
        Unused(neighbours < 1, "--neighbours: 1 or more is expected.");
        Unused(shrinkage is not null && !(shrinkage >= 0 && double.IsFinite(shrinkage.Value)), "--shrinkage: 0 or more is expected.");
        return (method, method switch
        {
            "ease" => owned => FitEase(owned, new EaseOptions { Lambda = lambda ?? 300, DegreeOfParallelism = threads }),
            "itemknn" => owned => ItemKnn.Fit(owned, new ItemKnnOptions { Neighbours = neighbours ?? 20, Shrinkage = shrinkage ?? 0, DegreeOfParallelism = threads }),
            _ => ProductPopularity.Fit,
        });
    }

    private static Ease FitEase(OwnedProducts owned, EaseOptions options)
    {
        try
        {
            return Ease.Fit(owned, options);
        }
        catch (ArgumentException unusable)
        {
            throw CommandFailure.Refused("ModelUnusable", unusable.Message, "method");
        }
    }

    private static void Unused(bool wrong, string message)
    {
        if (wrong)
        {
            throw CommandFailure.Usage(message);
        }
    }
}
