namespace Crm.Domain.Customers;

/// <summary>What an import did with one row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="CustomerId">The customer that it made or changed, or may mean.</param>
/// <param name="Version">The customer's version then; 0 for a review.</param>
/// <param name="Code">Why it waits for review: <c>ImportSameEmail</c>, <c>ImportSamePhone</c>, <c>ImportSeveralMatches</c>, <c>ImportKindDiffers</c>.</param>
/// <param name="Changes">What it changed of a customer that was there.</param>
public sealed record CustomerImportItem(int Row, ImportOutcome Outcome, CustomerId CustomerId, long Version, string? Code, IReadOnlyList<ImportedChange> Changes);
