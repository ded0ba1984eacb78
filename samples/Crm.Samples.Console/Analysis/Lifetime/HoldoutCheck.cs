using Crm.Analytics.Lifetime;

namespace Crm.Samples.Console.Analysis;

/// <summary>How well a model that saw the calibration only foretold the holdout, customer by customer.</summary>
internal static class HoldoutCheck
{
    /// <summary>The comparison; null for models and inputs without days.</summary>
    public static BacktestReport<IPurchaseModel>? Report(LifetimeFigures found) =>
        found.Model.Purchases is { } fit && found.Customers.Observed is { Whole: { } whole, Split: { } split }
            ? Backtest.Run(whole, split.CalibrationEnd, (_, _, _) => fit, new BacktestOptions { Unit = found.Unit, Returns = found.Customers.Returns })
            : null;

    public static object? Of(LifetimeFigures found) => Report(found) is { } report
        ? new
        {
            report.Customers,
            report.ActualBuyers,
            report.ExpectedBuyers,
            report.MeanAbsoluteError,
            report.NaiveMeanAbsoluteError,
            report.RootMeanSquaredError,
            report.Coverage,
            report.ExpectedCoverage,
            report.ByFrequency,
            report.ByProbability,
        }
        : null;
}
