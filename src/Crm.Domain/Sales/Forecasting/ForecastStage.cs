namespace Crm.Domain.Sales;

/// <summary>A stage as a forecast needs it. Stages are given in the order of the pipeline.</summary>
/// <param name="Name">What changes of deals call it; equal letter by letter.</param>
/// <param name="Category">Whether deals in it are open, won or lost.</param>
/// <param name="Probability">The share of deals in it that are won, from 0 to 1; only open stages use it.</param>
/// <param name="ForecastCategory">The category of its open deals that have none of their own.</param>
public sealed record ForecastStage(string Name, StageCategory Category, double Probability, ForecastCategory ForecastCategory = ForecastCategory.Pipeline);
