namespace Crm.Domain.Customers;

/// <summary>By which kind of thing a row of an import may know a customer.</summary>
public enum ImportKeyKind
{
    /// <summary>Our own id, living or merged.</summary>
    Id,

    /// <summary>The id in the other system.</summary>
    Reference,

    /// <summary>An e-mail address or a number.</summary>
    Contact,
}
