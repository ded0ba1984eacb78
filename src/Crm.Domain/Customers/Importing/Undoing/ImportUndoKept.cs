namespace Crm.Domain.Customers;

/// <summary>Something that the undoing of an import left as it is.</summary>
/// <param name="Row">The row of the file.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Field">The field; null for the customer as a whole.</param>
/// <param name="Code"><c>ImportedChangedSince</c>, <c>ImportedInUse</c> or <c>ImportedMergedSince</c>.</param>
/// <param name="Message">The text for people.</param>
public sealed record ImportUndoKept(int Row, CustomerId CustomerId, string? Field, string Code, string Message);
