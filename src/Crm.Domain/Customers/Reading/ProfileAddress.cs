using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>A postal address of a customer, to be read.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Address">The address.</param>
public sealed record ProfileAddress(AddressKind Kind, PostalAddress Address)
{
    /// <summary>The customer's own name for it.</summary>
    public string? Label { get; init; }

    /// <summary>Whether it is preferred among those of its kind.</summary>
    public bool IsPrimary { get; init; }
}
