namespace Crm.Domain.Customers;

/// <summary>Who a customer is.</summary>
/// <param name="Id">The customer.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="DisplayName">The name.</param>
public sealed record CustomerIdentity(CustomerId Id, CustomerKind Kind, string DisplayName);
