namespace Crm.Domain.Customers;

/// <summary>What became of a customer that the undoing of an import wanted to remove.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Fate">Whether it went, and why not.</param>
/// <param name="Table">Where other records point at it.</param>
public sealed record ImportRemoval(CustomerId CustomerId, ImportRemovalFate Fate, string? Table = null);
