namespace Crm.Domain.Customers;

/// <summary>A tag in use.</summary>
/// <param name="Name">The tag.</param>
/// <param name="Customers">How many customers have it.</param>
public sealed record TagCount(string Name, int Customers);
