namespace Crm.Domain.Customers;

/// <summary>What a postal address is for.</summary>
public enum AddressKind
{
    /// <summary>Where the customer lives or works.</summary>
    Main,

    /// <summary>Where bills go.</summary>
    Billing,

    /// <summary>Where goods go and visits take place.</summary>
    Shipping,
}
