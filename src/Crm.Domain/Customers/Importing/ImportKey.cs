namespace Crm.Domain.Customers;

/// <summary>One thing by which a row may know a customer.</summary>
/// <param name="Kind">Which kind of thing.</param>
/// <param name="Value">Its comparison form.</param>
public readonly record struct ImportKey(ImportKeyKind Kind, string Value);
