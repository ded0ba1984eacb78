using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>A customer's postal address of one kind. Part of <see cref="Customer"/>; changed by its acts.</summary>
public sealed class CustomerAddress
{
    private CustomerAddress() => Address = null!;

    internal CustomerAddress(CustomerAddressId id, AddressKind kind, PostalAddress address)
    {
        Id = id;
        Kind = kind;
        Address = address;
    }

    /// <summary>The id.</summary>
    public CustomerAddressId Id { get; private set; }

    /// <summary>What it is for; a customer has at most one address of each kind.</summary>
    public AddressKind Kind { get; private set; }

    /// <summary>The address.</summary>
    public PostalAddress Address { get; internal set; }
}
