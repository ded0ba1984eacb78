using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary>A lifetime analysis, printed.</summary>
internal static class LifetimeDocument
{
    public static object Of(LifetimeFigures found, AnalysisRequest request, PurchaseInput? input, Timing timing)
    {
        var rows = Listing.Of(found.Customers.Keys.Count, request.Top, found.Rank).ToList();
        return new
        {
            Model = found.Model.Name,
            found.Unit,
            Parameters = found.Model.Parameters.ToDictionary(p => p.Name, p => p.Value),
            StandardErrors = found.Model.Parameters.ToDictionary(p => p.Name, p => p.StandardError),
            found.Model.LogLikelihood,
            found.Model.Converged,
            found.Model.GradientNorm,
            found.Warnings,
            found.Model.Notes,
            found.Model.Customers,
            found.Model.Distinct,
            found.Model.Window,
            found.Customers.AsOf,
            input?.RowsRead,
            input?.RowsWithoutCustomer,
            Spend = found.Spend.Fit is { } spend
                ? new
                {
                    spend.Model.P, spend.Model.Q, spend.Model.V, spend.LogLikelihood, spend.Customers, found.Spend.Correlation, spend.Converged, spend.GradientNorm, spend.Model.MeanSpend,
                }
                : null,
            found.Question.Horizon,
            found.Question.Discount,
            found.Question.Margin,
            ExpectedPurchases = found.Total(found.Expected),
            LifetimeValue = found.Values.All(double.IsNaN) ? (double?)null : found.Total(found.Values),
            PAlive = found.Total(found.Model.ProbabilityAlive),
            Holdout = found.Customers.Holdout is { } held
                ? new { held.Days, held.Purchases, ExpectedPurchases = found.ExpectedOf(held), held.Revenue, held.LateCustomers, Comparison = HoldoutCheck.Of(found) }
                : null,
            PerCustomer = rows.Select(i => Row(found, i)),
            found.FitMilliseconds,
            timing.Milliseconds,
            timing.CpuMilliseconds,
        };
    }

    public static void Print(LifetimeFigures found, Report report, IEnumerable<int> best, IReadOnlyDictionary<string, string> names) => report
        .Fields(
            ("Model", found.Model.Name),
            ("Customers", found.Model.Customers),
            ("Distinct histories", found.Model.Distinct),
            ("Log-likelihood", found.Model.LogLikelihood),
            ("Converged", found.Model.Converged ? "yes" : "no"),
            ("Observed", found.Model.Window),
            ("Holdout", found.Customers.Holdout is { } held ? FormattableString.Invariant($"{held.Days} days: {held.Purchases:#,0} purchases, {found.ExpectedOf(held):#,0.0} expected") : null))
        .Table(["Parameter", "Estimate", "Standard error"], found.Model.Parameters.Select(p => new object?[] { p.Name, p.Value, p.StandardError }))
        .Fields(("Spend", found.Spend.Fit?.Model), ("Correlation of frequency and spend", found.Spend.Fit is null ? null : found.Spend.Correlation))
        .Fields(found.Warnings.Select(w => (w.Code.ToString(), (object?)w.Message)))
        .Fields(found.Model.Notes.Select(n => ("Note", (object?)n)))
        .Line(FormattableString.Invariant($"Expected purchases in the next {found.Question.Horizon:0.##} {found.Unit.ToString().ToLowerInvariant()}s: {found.Total(found.Expected):#,0.#}, worth {found.Total(found.Values):#,0.##}"))
        .Line().Heading("Customers who will buy most")
        .Table(
            ["Customer", "Repeats", "Recency", "Age", "P(alive)", "Expected", "Spend", "Value", "Next purchase"],
            best.Select(i => new object?[]
            {
                names[found.Customers.Keys[i]], found.Customers.History(i)?.Frequency, found.Customers.History(i)?.Recency, found.Customers.History(i)?.Age,
                Math.Round(found.Model.ProbabilityAlive[i], 4), Math.Round(found.Expected[i], 2), Math.Round(found.Spend.Expected[i], 2),
                Math.Round(found.Values[i], 2), found.Forecast(i)?.Expected,
            }));

    private static object Row(LifetimeFigures found, int i)
    {
        var (history, forecast) = (found.Customers.History(i), found.Forecast(i));
        return new
        {
            Customer = found.Customers.Keys[i],
            history?.Frequency,
            history?.Recency,
            history?.Age,
            Monetary = found.Customers.Monetary[i],
            Weight = found.Customers.Weights?[i],
            PAlive = found.Model.ProbabilityAlive[i],
            ExpectedPurchases = found.Expected[i],
            ExpectedSpend = found.Spend.Expected[i],
            LifetimeValue = found.Values[i],
            NextPurchase = forecast?.Expected,
            NextPurchaseProbability = forecast?.ProbabilityWithinHorizon,
        };
    }
}
