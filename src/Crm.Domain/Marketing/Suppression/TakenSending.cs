using Crm.Domain.Customers;

namespace Crm.Domain.Marketing;

/// <summary>A customer and an address that a sender planned a message to.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="AddressKey">By which two notations of the address are the same.</param>
public sealed record TakenSending(CustomerId CustomerId, string? AddressKey);
