namespace Crm.Domain.Customers;

/// <summary>What the undoing of an import did.</summary>
/// <param name="Id">The import.</param>
/// <param name="Removed">Customers that it had made and that are gone.</param>
/// <param name="Restored">Customers that have old values back.</param>
/// <param name="Kept">What was changed since, and stays.</param>
public sealed record ImportUndoResult(CustomerImportId Id, int Removed, int Restored, IReadOnlyList<ImportUndoKept> Kept);
