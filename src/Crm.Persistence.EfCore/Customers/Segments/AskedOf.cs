namespace Crm.Persistence.EfCore.Customers;

/// <summary>Of how many customers a database asks the same criteria, which decides how it is best asked.</summary>
internal enum AskedOf
{
    /// <summary>Of as many as fill a page.</summary>
    Page,

    /// <summary>Of few that are known: whatever is asked is looked up for each.</summary>
    Few,

    /// <summary>Of all: related facts are read once.</summary>
    All,
}
