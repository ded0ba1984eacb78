using Crm.Analytics.Survival;

namespace Crm.Samples.Console.Analysis;

/// <summary>The survival of one group; of everybody where it has no name.</summary>
internal sealed record SurvivalCurve(string? Group, SurvivalSample Sample, KaplanMeier Survival, NelsonAalen Hazard)
{
    public static SurvivalCurve Of(string? group, SurvivalSample sample) => new(group, sample, KaplanMeier.Estimate(sample), NelsonAalen.Estimate(sample));
}
