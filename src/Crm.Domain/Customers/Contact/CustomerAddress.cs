using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>One of a customer's postal addresses. Part of <see cref="Customer"/>; changed by its acts.</summary>
public sealed class CustomerAddress
{
    /// <summary>Longest folded city and postal code.</summary>
    public const int MaxFoldedLength = 200;

    private CustomerAddress() => Address = null!;

    internal CustomerAddress(CustomerAddressId id, AddressKind kind, PostalAddress address, string? label)
    {
        Id = id;
        Kind = kind;
        Address = address;
        Label = label;
    }

    /// <summary>The id.</summary>
    public CustomerAddressId Id { get; private set; }

    /// <summary>What it is for.</summary>
    public AddressKind Kind { get; private set; }

    /// <summary>The address.</summary>
    public PostalAddress Address
    {
        get;
        internal set
        {
            field = value;
            CityFolded = value?.City is { } city ? FoldedText.Of(city, MaxFoldedLength) : null;
            PostalCodeFolded = value?.PostalCode is { } code ? FoldedText.Of(code, MaxFoldedLength) : null;
        }
    }

    /// <summary>The city folded for comparison.</summary>
    public string? CityFolded { get; private set; }

    /// <summary>The postal code folded for comparison.</summary>
    public string? PostalCodeFolded { get; private set; }

    /// <summary>The customer's own name for it, such as "warehouse".</summary>
    public string? Label { get; private set; }

    /// <summary>Whether it is preferred among those of its kind; exactly one of each kind is.</summary>
    public bool IsPrimary { get; internal set; }

    internal CustomerAddress Copy(Instant now) => new(CustomerAddressId.New(now), Kind, Address, Label);
}
