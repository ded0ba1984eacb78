namespace Crm.Domain.Sales;

/// <summary>How many opportunities of a category have a stage as the furthest that they reached.</summary>
/// <param name="FurthestStage">Key of the stage.</param>
/// <param name="Category">Open, won or lost.</param>
/// <param name="Count">How many.</param>
public sealed record FurthestCount(string FurthestStage, StageCategory Category, long Count);
