using Crm.Analytics.Uplift;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>What an experiment showed: shares of buyers, means, and means adjusted by the past where it is known.</summary>
internal sealed record UpliftFigures(UpliftSample Sample, ProportionUplift Buyers, MeanUplift Means, MeanUplift? Adjusted)
{
    public static UpliftFigures From(UpliftSample sample, double level) => sample.TreatedCount >= 2 && sample.ControlCount >= 2
        ? new UpliftFigures(
            sample, ProportionUplift.Of(sample, level), MeanUplift.Of(sample, level), sample.HasPast ? MeanUplift.Adjusted(sample, level) : null)
        : throw CommandFailure.Refused("GroupTooSmall", $"{sample.TreatedCount} customers are treated, {sample.ControlCount} are not; each group needs two.", "group");
}
