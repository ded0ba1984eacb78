namespace Crm.Domain.Customers;

/// <summary>What kind of address a message came from.</summary>
public enum SenderAddressKind
{
    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A telephone or fax number.</summary>
    Number,

    /// <summary>A name within a service, such as a messenger.</summary>
    Handle,
}
