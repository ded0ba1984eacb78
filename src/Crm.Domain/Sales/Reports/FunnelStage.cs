namespace Crm.Domain.Sales;

/// <summary>How many opportunities came to a stage. A lost one counts in every stage up to the furthest that it reached, and in none beyond.</summary>
/// <param name="Stage">Key of the open stage; its name where stages come without keys.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reached">Opportunities whose furthest open stage is this one or a later one.</param>
/// <param name="Open">Those of them that are open, with this stage as the furthest.</param>
/// <param name="Won">Those of them that are won.</param>
/// <param name="Lost">Those that were lost with this stage as the furthest.</param>
/// <param name="WinRate">Won as a fraction of those that reached it and are closed; null where none is closed.</param>
public sealed record FunnelStage(string Stage, string Name, long Reached, long Open, long Won, long Lost, double? WinRate)
{
    /// <summary>The pipeline; null where stages come without one.</summary>
    public PipelineId? PipelineId { get; init; }
}
