using Crm.Analytics.Survival;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>Survival of everybody, of each group, and what covariates do to it.</summary>
internal sealed record SurvivalFigures(IReadOnlyList<SurvivalCurve> Curves, LogRank? LogRank, CoxFit? Cox)
{
    /// <summary>How many days without a purchase mean leaving; null for durations of a file.</summary>
    public int? SilenceDays { get; private init; }

    /// <summary>The curve of everybody.</summary>
    public SurvivalCurve All => Curves[0];

    public static SurvivalFigures From(SurvivalFile file, CoxTies ties)
    {
        var (sample, covariates) = (file.ToSample(), file.Covariates);
        var several = file.Groups.Distinct(StringComparer.Ordinal).Skip(1).Any();
        return new SurvivalFigures(
            [SurvivalCurve.Of(null, sample), .. several ? Groups(sample, file.Groups) : []],
            several ? LogRank.Test(sample, file.Groups) : null,
            covariates.Count == 0 ? null : Fit(sample, covariates, ties));
    }

    public static SurvivalFigures From(PurchaseInput input, AnalysisRequest request, int silenceDays)
    {
        var lifetimes = CustomerLifetimes.BySilence(ObservedLog.Build(input, request).Log, silenceDays);
        return new SurvivalFigures([SurvivalCurve.Of(null, lifetimes.Sample)], null, null) { SilenceDays = silenceDays };
    }

    private static IEnumerable<SurvivalCurve> Groups(SurvivalSample sample, IReadOnlyList<string> groups) =>
        groups.Select((name, row) => (name, row)).GroupBy(g => g.name, g => g.row, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => SurvivalCurve.Of(g.Key, new SurvivalSample(
                g.Select(row => sample.Durations[row]).ToArray(), g.Select(row => sample.Observed[row]).ToArray())));

    private static CoxFit Fit(SurvivalSample sample, IReadOnlyList<CoxCovariate> covariates, CoxTies ties)
    {
        try
        {
            return CoxRegression.Fit(sample, covariates, new CoxOptions { Ties = ties });
        }
        catch (ArgumentException unusable)
        {
            throw CommandFailure.Refused("CovariatesUnusable", unusable.Message, "covariates");
        }
    }
}
