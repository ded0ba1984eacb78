using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary>A fitted BG/NBD model with its predictions for every customer.</summary>
internal sealed record LifetimeFigures(
    SummarisedCustomers Customers, ModelFit<BetaGeometricNbd> Model, double[] ProbabilityAlive, double[] ExpectedPurchases, double Horizon)
{
    public static LifetimeFigures Fit(SummarisedCustomers customers, double horizon)
    {
        if (customers.Table.Customers == 0)
        {
            throw CommandFailure.Refused("NoCustomers", "There is no customer with a purchase to fit a model to.");
        }

        var fit = BetaGeometricNbd.Fit(customers.Table);
        return new LifetimeFigures(
            customers, fit, fit.Model.ProbabilityAlive(customers.Table), fit.Model.ExpectedPurchases(customers.Table, horizon), horizon);
    }

    public object ToDocument(AnalysisRequest request, PurchaseInput? input, Timing timing) => new
    {
        Model = "bgnbd",
        Model.Unit,
        Parameters = Model.Parameters.ToDictionary(p => p.Name, p => p.Value),
        StandardErrors = Model.Parameters.ToDictionary(p => p.Name, p => p.StandardError),
        Model.LogLikelihood,
        Model.Converged,
        Model.GradientNorm,
        Model.Warnings,
        Model.Customers,
        Distinct = Model.DistinctHistories,
        Model.Window,
        input?.RowsRead,
        Horizon,
        ExpectedPurchases = Total(),
        Holdout = Customers.Holdout is { } held ? new { held.Days, held.Purchases, ExpectedPurchases = Expected(held), held.Revenue, held.LateCustomers } : null,
        PerCustomer = Rows(request).Select(Row),
        timing.Milliseconds,
        timing.CpuMilliseconds,
    };

    /// <summary>The rows that a page for people lists.</summary>
    public IReadOnlyList<int> Best(AnalysisRequest request) => [.. Listing.ForPeople(Customers.Keys.Count, request.Top, Rank)];

    public void Print(Report report, IEnumerable<int> best, IReadOnlyDictionary<string, string> names) => report
        .Fields(
            ("Model", "BG/NBD"),
            ("Customers", Model.Customers),
            ("Distinct histories", Model.DistinctHistories),
            ("Log-likelihood", Model.LogLikelihood),
            ("Converged", Model.Converged ? "yes" : "no"),
            ("Observed", Model.Window),
            ("Holdout", Customers.Holdout is { } held ? $"{held.Days} days: {held.Purchases:#,0} purchases, {Expected(held):#,0.0} expected" : null))
        .Table(["Parameter", "Estimate", "Standard error"], Model.Parameters.Select(p => new object?[] { p.Name, p.Value, p.StandardError }))
        .Fields(Model.Warnings.Select(w => (w.Code.ToString(), (object?)w.Message)))
        .Line($"Expected purchases in the next {Horizon:0.##} {Model.Unit.ToString().ToLowerInvariant()}s: {Total():#,0.#}")
        .Line().Heading("Customers who will buy most")
        .Table(
            ["Customer", "Repeats", "Recency", "Age", "P(alive)", "Expected"],
            best.Select(i => new object?[]
            {
                names[Customers.Keys[i]], Customers.History(i)?.Frequency, Customers.History(i)?.Recency, Customers.History(i)?.Age,
                Math.Round(ProbabilityAlive[i], 4), Math.Round(ExpectedPurchases[i], 2),
            }));

    private IEnumerable<int> Rows(AnalysisRequest request) => Listing.Of(Customers.Keys.Count, request.Top, Rank);

    private double Rank(int row) => double.IsNaN(ExpectedPurchases[row]) ? double.NegativeInfinity : ExpectedPurchases[row];

    private double Total() => Total(ExpectedPurchases);

    /// <summary>What the model, fitted to the calibration, expects of the holdout.</summary>
    private double Expected(HoldoutFigures held) => Total(Model.Model.ExpectedPurchases(Customers.Table, held.Days / Model.Unit.Days()));

    private double Total(double[] expected)
    {
        var sum = 0d;
        for (var i = 0; i < expected.Length; i++)
        {
            sum += double.IsNaN(expected[i]) ? 0 : expected[i] * (Customers.Weights?[i] ?? 1);
        }

        return sum;
    }

    private object Row(int i) => new
    {
        Customer = Customers.Keys[i],
        Customers.History(i)?.Frequency,
        Customers.History(i)?.Recency,
        Customers.History(i)?.Age,
        Monetary = Customers.Monetary[i],
        Weight = Customers.Weights?[i],
        PAlive = ProbabilityAlive[i],
        ExpectedPurchases = ExpectedPurchases[i],
    };
}
