using System.Globalization;
using Crm.Analytics.Fitting;
using Crm.Analytics.Intervals;
using NodaTime;

namespace Crm.Samples.Console.Analysis;

/// <summary>Intervals of everybody, of customers, of products and, where asked for, of both together.</summary>
internal sealed record IntervalFigures(IntervalSummary Overall, IntervalRows Customers, IntervalRows Products, IntervalRows? Pairs, LocalDate? AsOf)
{
    public required IReadOnlyList<FitWarning> Warnings { get; init; }

    /// <summary>Rows that name no product and so are in no product's figures.</summary>
    public required int RowsWithoutProduct { get; init; }

    public static IntervalFigures From(PurchaseInput input, AnalysisRequest request, NextPurchaseOptions next, bool withPairs)
    {
        var log = ObservedLog.Build(input, request).Log;
        var options = new IntervalOptions { DegreeOfParallelism = request.Threads };
        var customers = PurchaseIntervals.ByCustomer(log, options);
        var predictions = NextPurchases.From(customers, next);
        var pairs = withPairs ? PurchaseIntervals.ByCustomerAndProduct(log, options) : null;
        var pairPredictions = pairs is null ? null : NextPurchases.From(pairs, next);
        var overall = customers.Overall();
        return new IntervalFigures(
            overall,
            new IntervalRows(customers.Summaries(request.Threads), predictions.All(request.Threads)),
            new IntervalRows(PurchaseIntervals.ByProduct(log, options).Summaries(request.Threads), []),
            pairs is null ? null : new IntervalRows(pairs.Summaries(request.Threads), pairPredictions!.All(request.Threads)),
            customers.AsOf)
        {
            Warnings = [.. predictions.Warnings, .. pairPredictions?.Warnings ?? [], .. Infinite(overall)],
            RowsWithoutProduct = log.Products.Count == 0 ? log.RowCount : log.ProductPositions.Count(-1),
        };
    }

    private static IEnumerable<FitWarning> Infinite(IntervalSummary overall)
    {
        if (double.IsInfinity(overall.WheatRegularity ?? 0) || double.IsInfinity(overall.GammaRegularity ?? 0))
        {
            yield return new FitWarning(FitWarningCode.NotIdentified, string.Create(
                CultureInfo.InvariantCulture, $"All {overall.Intervals} intervals are equal, so their regularity is infinite and not shown."));
        }
    }
}
