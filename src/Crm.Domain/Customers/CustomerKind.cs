namespace Crm.Domain.Customers;

/// <summary>What a customer is.</summary>
public enum CustomerKind
{
    /// <summary>A natural person.</summary>
    Person,

    /// <summary>A company, authority, association or household.</summary>
    Organisation,
}
