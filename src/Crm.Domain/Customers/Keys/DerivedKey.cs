namespace Crm.Domain.Customers;

/// <summary>One key derived from a customer.</summary>
/// <param name="Kind">Name of its <see cref="ICustomerKeyKind"/>.</param>
/// <param name="Key">The key.</param>
public readonly record struct DerivedKey(string Kind, string Key);
