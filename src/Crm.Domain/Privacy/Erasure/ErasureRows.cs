namespace Crm.Domain.Privacy;

/// <summary>What an erasure does to the rows of one table.</summary>
/// <param name="Table">The table, without the prefix of all.</param>
/// <param name="Removed">Rows that go.</param>
/// <param name="Emptied">Rows that stay without their personal values.</param>
/// <param name="Redacted">Rows about somebody else too, in whose texts the person's identifiers are struck out.</param>
/// <param name="Kept">Rows that stay as they are: they say nothing about the person but through the customer's own row.</param>
public sealed record ErasureRows(string Table, int Removed, int Emptied, int Redacted, int Kept);
