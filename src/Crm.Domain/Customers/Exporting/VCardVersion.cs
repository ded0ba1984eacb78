namespace Crm.Domain.Customers;

/// <summary>The versions of vCard that are written.</summary>
public enum VCardVersion
{
    /// <summary>vCard 3.0, RFC 2426: what most address books read.</summary>
    Version3,

    /// <summary>vCard 4.0, RFC 6350.</summary>
    Version4,
}
