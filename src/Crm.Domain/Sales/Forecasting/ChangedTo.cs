namespace Crm.Domain.Sales;

/// <summary>A new value in a log, as distinct from no change.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
/// <param name="Value">The value from then on; null when it was cleared.</param>
public readonly record struct ChangedTo<T>(T? Value)
    where T : struct;
