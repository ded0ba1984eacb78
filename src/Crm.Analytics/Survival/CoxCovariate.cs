namespace Crm.Analytics.Survival;

/// <summary>A property that may raise or lower the hazard, with a value for each duration.</summary>
/// <param name="Name">The name in results.</param>
/// <param name="Values">The values in the order of the sample, finite; read while the model is fitted.</param>
public sealed record CoxCovariate(string Name, ReadOnlyMemory<double> Values);
