namespace Crm.Domain.Privacy;

/// <summary>The rows of one table that are about a person. Values are texts in the invariant culture: instants and dates in ISO 8601, states by their names.</summary>
/// <param name="Name">The table, without the prefix of all.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, each with a value for every column; null where there is none.</param>
public sealed record ExportedTable(string Name, IReadOnlyList<ExportedColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows);
