namespace Crm.Domain.Sales;

/// <summary>How many deals came as far as one open stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Reached">The deals whose furthest open stage is this one or a later one, whatever became of them.</param>
/// <param name="Won">Those of them that are won.</param>
public sealed record FunnelStep(ForecastStage Stage, int Reached, int Won);
