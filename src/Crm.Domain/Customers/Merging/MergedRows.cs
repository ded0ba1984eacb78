namespace Crm.Domain.Customers;

/// <summary>How many rows of a table point at the absorbed customer.</summary>
/// <param name="Table">The table.</param>
/// <param name="Field">The field that points.</param>
/// <param name="Moved">Rows that point at the survivor afterwards.</param>
/// <param name="Dropped">Rows that the survivor has already, so that they go.</param>
public sealed record MergedRows(string Table, string Field, int Moved, int Dropped);
