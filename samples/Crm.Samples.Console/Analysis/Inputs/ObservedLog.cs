using Crm.Analytics.Purchases;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>A log cut to the window that was asked for.</summary>
/// <param name="Log">What the analysis sees.</param>
/// <param name="Split">The cut, where a holdout was asked for.</param>
/// <param name="Whole">Calibration and holdout together.</param>
internal sealed record ObservedLog(PurchaseLog Log, PurchaseSplit? Split, PurchaseLog Whole)
{
    public static ObservedLog Build(PurchaseInput input, AnalysisRequest request)
    {
        var log = input.Build(request.Threads);
        if (request.AsOf is { } asOf)
        {
            log = log.Observe(asOf);
        }

        if (request.CalibrationEnd is not { } end)
        {
            return new ObservedLog(log, null, log);
        }

        if (log.ObservedThrough is not { } last || end >= last)
        {
            throw CommandFailure.Refused("NothingToHoldOut", $"The purchases end on {log.ObservedThrough?.ToString() ?? "no day"}; --calibration-end must lie before.", "calibrationEnd");
        }

        var split = log.Split(end);
        return new ObservedLog(split.Calibration, split, log);
    }

    public CustomerSummaries Summarise(AnalysisRequest request) =>
        CustomerSummaries.From(Log, new SummaryOptions { Returns = request.Returns, DegreeOfParallelism = request.Threads });

    /// <summary>What came after the calibration; null without one.</summary>
    public HoldoutFigures? Holdout(AnalysisRequest request)
    {
        if (Split is null)
        {
            return null;
        }

        var later = CustomerSummaries.From(Split.Holdout, new SummaryOptions { Returns = request.Returns, DegreeOfParallelism = request.Threads }).Total();
        return new HoldoutFigures(Split.HoldoutDays, later.PurchaseDays, later.Revenue, Split.LateCustomers);
    }
}
