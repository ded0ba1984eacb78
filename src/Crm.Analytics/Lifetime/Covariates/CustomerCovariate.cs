namespace Crm.Analytics.Lifetime;

/// <summary>A property of customers that does not change over time, such as the channel that brought them, with a value for each.</summary>
/// <param name="Name">The name in results.</param>
/// <param name="Values">The values in the order of the table's source rows, finite; read while a model is fitted or predicts.</param>
public sealed record CustomerCovariate(string Name, ReadOnlyMemory<double> Values);
