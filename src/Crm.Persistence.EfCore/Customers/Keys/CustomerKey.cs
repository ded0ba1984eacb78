using Crm.Domain.Customers;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>One key derived from a customer, written by the save of the customer and read by look-ups alone.</summary>
public sealed class CustomerKey
{
    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; internal init; }

    /// <summary>Tells the keys of one customer apart; says nothing else.</summary>
    public int Ordinal { get; internal init; }

    /// <summary>Name of its <see cref="ICustomerKeyKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The key.</summary>
    public required string Key { get; init; }
}
