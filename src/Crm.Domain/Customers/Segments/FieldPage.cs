namespace Crm.Domain.Customers;

/// <summary>One page of a list ordered by a custom field.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="Next">Where the next page starts; null on the last page.</param>
public sealed record FieldPage(IReadOnlyList<FieldRow> Items, FieldPageKey? Next);
