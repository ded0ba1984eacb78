namespace Crm.Domain.Customers;

/// <summary>What an import did with a row that it keeps a record of.</summary>
public enum ImportOutcome
{
    /// <summary>It became a new customer.</summary>
    Created,

    /// <summary>A customer took over what it says.</summary>
    Updated,

    /// <summary>It waits for a person to look at it.</summary>
    Review,
}
