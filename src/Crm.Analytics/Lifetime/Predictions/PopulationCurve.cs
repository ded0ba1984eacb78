namespace Crm.Analytics.Lifetime;

/// <summary>Repeat purchases that a model expects of a whole population since its window began.</summary>
/// <param name="Times">Time since the first day of the window, in the model's unit.</param>
/// <param name="Expected">The expected total of repeat purchases by then.</param>
public sealed record PopulationCurve(IReadOnlyList<double> Times, IReadOnlyList<double> Expected);
