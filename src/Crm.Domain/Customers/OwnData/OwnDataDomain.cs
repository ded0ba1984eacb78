namespace Crm.Domain.Customers;

/// <summary>The kinds of data of which customers themselves ask a change, each under a policy of its own.</summary>
public enum OwnDataDomain
{
    /// <summary>The name.</summary>
    Name,

    /// <summary>Postal addresses.</summary>
    Address,

    /// <summary>E-mail addresses.</summary>
    Email,

    /// <summary>Telephone numbers.</summary>
    Phone,

    /// <summary>The preferred language.</summary>
    Language,
}
