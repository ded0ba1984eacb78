using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Lifetime;

/// <summary>Fits a model to the first part of a log and compares its predictions with what customers then did.</summary>
public static class Backtest
{
    /// <summary>Runs a model that fits itself.</summary>
    /// <typeparam name="TModel">The model: <see cref="BetaGeometricNbd"/>, <see cref="ModifiedBetaGeometricNbd"/> or <see cref="ParetoNbd"/>.</typeparam>
    /// <param name="log">All purchases.</param>
    /// <param name="calibrationEnd">The last day that the model may see.</param>
    /// <param name="options">Unit, fit, tables; null for the defaults.</param>
    /// <exception cref="ArgumentException">No customer has a purchase in the calibration.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day leaves no holdout, or an option is out of range.</exception>
    public static BacktestReport<TModel> Run<TModel>(PurchaseLog log, LocalDate calibrationEnd, BacktestOptions? options = null)
        where TModel : class, IPurchaseModel<TModel>
    {
        options ??= new BacktestOptions();
        return Run(log, calibrationEnd, (_, _, table) => TModel.Fit(table, options.Fit), options);
    }

    /// <summary>Runs any model, such as <see cref="ModifiedBetaGeometricCnbd"/> with its k found from the calibration's log.</summary>
    /// <param name="log">All purchases.</param>
    /// <param name="calibrationEnd">The last day that the model may see.</param>
    /// <param name="fit">Fits the model to the calibration's log, summaries and histories.</param>
    /// <param name="options">Unit and tables; null for the defaults.</param>
    /// <exception cref="ArgumentException">No customer has a purchase in the calibration.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day leaves no holdout, or an option is out of range.</exception>
    public static BacktestReport<TModel> Run<TModel>(
        PurchaseLog log,
        LocalDate calibrationEnd,
        Func<PurchaseLog, CustomerSummaries, RecencyFrequencyTable, ModelFit<TModel>> fit,
        BacktestOptions? options = null)
        where TModel : IPurchaseModel
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(fit);
        options ??= new BacktestOptions();
        options.Check();
        var split = log.Split(calibrationEnd);
        var summaryOptions = new SummaryOptions { Returns = options.Returns };
        var before = CustomerSummaries.From(split.Calibration, summaryOptions);
        var table = RecencyFrequencyTable.From(before, options.Unit);
        var fitted = fit(split.Calibration, before, table);
        var horizon = split.HoldoutDays / options.Unit.Days();

        var after = CustomerSummaries.From(split.Holdout, summaryOptions);
        var predictions = table.Map(
            history => new HoldoutPrediction(fitted.Model, history, horizon, options.Coverage), default);
        return HoldoutComparison.Report(fitted, split, before, after, predictions, options);
    }
}
