namespace Crm.Domain.Sales;

/// <summary>How often opportunities went from one stage to another, and how long they had stayed.</summary>
/// <param name="Stage">Key of the stage that they left.</param>
/// <param name="Next">Key of the stage that they went to; null for those that are still there.</param>
/// <param name="Count">How often.</param>
/// <param name="Seconds">The time that they had stayed together, in seconds; 0 for those that are still there.</param>
public sealed record StagePassage(string Stage, string? Next, long Count, long Seconds);
