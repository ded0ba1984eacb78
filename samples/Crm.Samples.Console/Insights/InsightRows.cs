using Crm.Domain.Insights;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Insights;

/// <summary>Figures and runs as JSON and as rows of a report.</summary>
internal static class InsightRows
{
    public static string[] Columns { get; } = ["Customer", "Segment", "Cell", "Spent", "Lifetime value", "P(left)", "Next purchase", "Overdue since"];

    public static object?[] Cells(CustomerInsight row) =>
        [row.CustomerId, row.Segment, row.Cell, $"{row.Spent:#,0.00} {row.Currency.Code}", row.LifetimeValue, row.ChurnProbability, row.NextPurchaseOn, row.OverdueSince];

    public static object Explained(ExplainedInsight found) => new { Insight = Figures(found.Figures), Run = Run(found.Run) };

    public static object Figures(CustomerInsight row) => new
    {
        Customer = row.CustomerId,
        Run = row.RunId,
        row.AsOf,
        Currency = row.Currency.Code,
        row.Segment,
        row.Cell,
        row.RecencyScore,
        row.FrequencyScore,
        row.MonetaryScore,
        row.Orders,
        row.PurchaseDays,
        row.Frequency,
        row.RecencyDays,
        row.AgeDays,
        row.FirstPurchaseOn,
        row.LastPurchaseOn,
        row.Spent,
        row.AverageSpend,
        row.HistoricValue,
        PAlive = row.AliveProbability,
        row.ChurnProbability,
        row.IsAtRisk,
        row.ExpectedPurchases,
        row.LifetimeValue,
        row.LifetimeValueFrom,
        row.LifetimeValueTo,
        NextPurchase = row.NextPurchaseOn,
        row.NextPurchaseFrom,
        row.NextPurchaseUntil,
        row.OverdueSince,
        row.ComputedAt,
    };

    public static object Run(InsightRunSummary run) => new
    {
        run.Id,
        run.AsOf,
        Currency = run.Currency.Code,
        run.Data,
        Basis = Basis(run.Basis),
        run.ParametersOf,
        run.StartedAt,
        run.CompletedAt,
        run.Outcome,
    };

    public static object Basis(InsightBasis basis) => new
    {
        basis.Settings,
        Model = basis.Purchases?.Name,
        basis.Purchases?.Unit,
        Parameters = basis.Purchases?.Parameters.ToDictionary(p => p.Name, p => p.Value),
        StandardErrors = basis.Purchases?.Parameters.ToDictionary(p => p.Name, p => p.StandardError),
        basis.Purchases?.LogLikelihood,
        basis.Purchases?.Customers,
        basis.Purchases?.Penalty,
        Spend = basis.Spend?.Parameters.ToDictionary(p => p.Name, p => p.Value),
        basis.MeanSpend,
        basis.Warnings,
        basis.Notes,
    };

    public static void Print(Report report, ExplainedInsight found)
    {
        var row = found.Figures;
        report.Fields(
            ("As of", row.AsOf),
            ("Segment", row.Segment is null ? null : $"{row.Segment} ({row.Cell})"),
            ("Purchases", $"{row.Orders} orders on {row.PurchaseDays} days, {row.FirstPurchaseOn:uuuu-MM-dd} to {row.LastPurchaseOn:uuuu-MM-dd}"),
            ("Value so far", $"{row.HistoricValue:#,0.00} {row.Currency.Code}"),
            ("Value to come", row.LifetimeValue is { } value ? $"{value:#,0.00} {row.Currency.Code}{(row.LifetimeValueFrom is { } from ? $" ({from:#,0.00} to {row.LifetimeValueTo:#,0.00})" : "")}" : null),
            ("Has left with probability", row.ChurnProbability),
            ("Purchases expected", row.ExpectedPurchases is { } expected ? $"{expected:0.00} in {found.Run.Basis.Settings.HorizonDays} days" : null),
            ("Next purchase", row.NextPurchaseOn is { } next ? $"{next:uuuu-MM-dd} ({row.NextPurchaseFrom:uuuu-MM-dd} to {row.NextPurchaseUntil:uuuu-MM-dd})" : null),
            ("Overdue since", row.OverdueSince));
        Print(report, found.Run);
    }

    public static void Print(Report report, InsightRunSummary run)
    {
        report.Line().Heading($"Run {run.Id}").Fields(
            ("As of", run.AsOf),
            ("Data", $"{run.Data.Facts:#,0} facts of {run.Data.Customers:#,0} customers, {run.Data.FirstDay:uuuu-MM-dd} to {run.Data.LastDay:uuuu-MM-dd}"),
            ("Left out", run.Data.OtherFacts == 0 ? null : $"{run.Data.OtherFacts:#,0} facts in other currencies than {run.Currency.Code}"),
            ("Written", run.Outcome.Written),
            ("Unchanged", run.Outcome.Unchanged),
            ("Became overdue", run.Outcome.Overdue),
            ("Came to be at risk", run.Outcome.AtRisk),
            ("Completed", run.CompletedAt));
        Print(report, run.Basis);
    }

    public static void Print(Report report, InsightBasis basis)
    {
        report
            .Line().Heading(basis.Purchases is { } model ? $"{model.Name}, times in {model.Unit}s" : "No model")
            .Table(
                ["Parameter", "Estimate", "Standard error"],
                (basis.Purchases?.Parameters ?? []).Concat(basis.Spend?.Parameters ?? []).Select(p => new object?[] { p.Name, p.Value, p.StandardError }))
            .Fields(basis.Warnings.Select(w => (w.Code, (object?)w.Message)));
        foreach (var note in basis.Notes)
        {
            report.Line(note);
        }
    }
}
