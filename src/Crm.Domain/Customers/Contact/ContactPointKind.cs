namespace Crm.Domain.Customers;

/// <summary>How a contact point reaches the customer.</summary>
public enum ContactPointKind
{
    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A landline or other telephone.</summary>
    Phone,

    /// <summary>A mobile telephone, which takes text messages too.</summary>
    Mobile,

    /// <summary>A fax machine.</summary>
    Fax,
}
