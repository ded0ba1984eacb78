namespace Crm.Domain.Customers;

/// <summary>A customer that a key leads to.</summary>
/// <param name="Key">The key.</param>
/// <param name="Id">The living customer.</param>
/// <param name="Kind">Person or organisation.</param>
public readonly record struct ImportCandidate(ImportKey Key, CustomerId Id, CustomerKind Kind);
