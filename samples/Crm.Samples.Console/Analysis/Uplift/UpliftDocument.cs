using Crm.Analytics.Uplift;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary>What <c>crm analyze uplift</c> prints.</summary>
internal static class UpliftDocument
{
    public static object Of(UpliftFigures found, Timing timing) => new
    {
        Customers = found.Sample.Count,
        found.Sample.CustomersNotInLog,
        found.Buyers.Level,
        Treated = new { Customers = found.Buyers.TreatedCount, Buyers = found.Buyers.TreatedBuyers, Rate = found.Buyers.TreatedRate, Mean = found.Means.TreatedMean },
        Control = new { Customers = found.Buyers.ControlCount, Buyers = found.Buyers.ControlBuyers, Rate = found.Buyers.ControlRate, Mean = found.Means.ControlMean },
        Buyers = new
        {
            found.Buyers.Difference, found.Buyers.Lower, found.Buyers.Upper, found.Buyers.Relative, found.Buyers.PValue, Additional = found.Buyers.AdditionalBuyers,
        },
        Means = Means(found.Means),
        Adjusted = found.Adjusted is { } adjusted ? Means(adjusted) : null,
        timing.Milliseconds,
        timing.CpuMilliseconds,
    };

    public static void Print(Report report, UpliftFigures found) => report
        .Fields(("Treated", found.Buyers.TreatedCount), ("Control group", found.Buyers.ControlCount), ("Level", found.Buyers.Level))
        .Table(
            ["Outcome", "Treated", "Control", "Difference", "From", "To", "p"],
            [
                ["Share of buyers", found.Buyers.TreatedRate, found.Buyers.ControlRate, found.Buyers.Difference, found.Buyers.Lower, found.Buyers.Upper, found.Buyers.PValue],
                Row("Mean", found.Means),
                .. found.Adjusted is { } adjusted ? (object?[][])[Row("Mean, adjusted by the past", adjusted)] : [],
            ])
        .Fields(
            ("Brought in all", (found.Adjusted ?? found.Means).Total), ("Variance that the past foresees", found.Adjusted?.VarianceReduction),
            ("Least difference seen with 80 %", (found.Adjusted ?? found.Means).DetectableDifference()));

    private static object?[] Row(string name, MeanUplift uplift) =>
        [name, uplift.TreatedMean, uplift.ControlMean, uplift.Difference, uplift.Lower, uplift.Upper, uplift.PValue];

    private static object Means(MeanUplift uplift) => new
    {
        uplift.TreatedMean, uplift.ControlMean, uplift.Difference, uplift.StandardError, uplift.DegreesOfFreedom, uplift.Lower, uplift.Upper, uplift.Relative, uplift.PValue,
        uplift.Total, Detectable = uplift.DetectableDifference(), uplift.Coefficient, uplift.VarianceReduction,
    };
}
