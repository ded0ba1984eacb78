namespace Crm.Domain.Customers;

/// <summary>Where the data stand that a customer wants to change.</summary>
/// <param name="CustomerId">The living customer.</param>
/// <param name="Version">The customer's version.</param>
/// <param name="Before">What the change takes the place of, in one line; empty where it adds something.</param>
/// <param name="OldEmail">The address by which the customer was reached before: the one that is replaced or removed, else the primary one; null where none is known to be good.</param>
public sealed record OwnDataState(CustomerId CustomerId, long Version, string Before, string? OldEmail);
