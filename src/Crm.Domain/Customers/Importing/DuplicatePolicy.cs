namespace Crm.Domain.Customers;

/// <summary>What an import does with a row whose customer is there already, or may be.</summary>
public enum DuplicatePolicy
{
    /// <summary>A row known by its id is left out; one that only shares an e-mail address or a number with a customer waits for a person to look at it.</summary>
    Review,

    /// <summary>Such rows are left out.</summary>
    Skip,

    /// <summary>The customer takes over what the row says; where several customers may be meant, the row waits for review.</summary>
    Update,

    /// <summary>A row known by its id is left out; any other becomes a new customer.</summary>
    Create,
}
