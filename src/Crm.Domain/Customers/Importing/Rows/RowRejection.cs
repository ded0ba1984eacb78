namespace Crm.Domain.Customers;

/// <summary>Why a row was not imported, or a cell left out.</summary>
/// <param name="Row">The row as the file counts it.</param>
/// <param name="Column">The header cell of the column; <c>name</c> where no column holds a name.</param>
/// <param name="Code">The code.</param>
/// <param name="Message">The text for people.</param>
public sealed record RowRejection(int Row, string? Column, string Code, string Message);
