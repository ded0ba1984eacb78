namespace Crm.Domain.Sales;

/// <summary>A stage that a pipeline is to have.</summary>
/// <param name="Key">The key, unique in the pipeline and never changed: lower-case letters, digits and hyphens, at most <see cref="PipelineStage.MaxKeyLength"/>.</param>
/// <param name="Name">The name for people, at most <see cref="PipelineStage.MaxNameLength"/> characters.</param>
/// <param name="Category">Open, won or lost; never changed.</param>
public sealed record StageDefinition(string Key, string Name, StageCategory Category)
{
    /// <summary>What holds in it.</summary>
    /// <value>No rules by default.</value>
    public StageSettings Settings { get; init; } = new();
}
