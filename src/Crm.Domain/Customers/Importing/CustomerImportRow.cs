namespace Crm.Domain.Customers;

/// <summary>One row of a file.</summary>
/// <param name="Number">Its number as a spreadsheet counts, the header being row 1. Numbers rise.</param>
/// <param name="Cells">Its cells, in the order of the header; missing ones at the end count as empty.</param>
public sealed record CustomerImportRow(int Number, IReadOnlyList<string> Cells);
