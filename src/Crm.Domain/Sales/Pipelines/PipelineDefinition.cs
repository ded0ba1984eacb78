using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>A pipeline that is to be made.</summary>
/// <param name="Name">The name, unique per tenant, at most <see cref="Pipeline.MaxNameLength"/> characters.</param>
/// <param name="Stages">The stages in their order; at least one open, one won and one lost.</param>
public sealed record PipelineDefinition(string Name, IReadOnlyList<StageDefinition> Stages)
{
    /// <summary>
    /// A pipeline to begin with: qualification 10 %, analysis 20 %, proposal 50 %, negotiation 80 %, won and lost. It is data like any
    /// other: change it, or make your own.
    /// </summary>
    public static PipelineDefinition Standard { get; } = new("Sales",
    [
        Open("qualification", "Qualification", .1m, ForecastCategory.Pipeline, 30),
        Open("analysis", "Analysis", .2m, ForecastCategory.Pipeline, 30),
        Open("proposal", "Proposal", .5m, ForecastCategory.BestCase, 30),
        Open("negotiation", "Negotiation", .8m, ForecastCategory.Commit, 21),
        new("won", "Won", StageCategory.Won),
        new("lost", "Lost", StageCategory.Lost),
    ]);

    private static StageDefinition Open(string key, string name, decimal probability, ForecastCategory category, int days) =>
        new(key, name, StageCategory.Open) { Settings = new() { Probability = probability, ForecastCategory = category, MaxAge = Duration.FromDays(days) } };
}
