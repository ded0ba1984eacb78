namespace Crm.Domain.Customers;

/// <summary>A customer in a list ordered by a custom field.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Value">The value that was compared, as text: texts folded, numbers with a point, days and instants in ISO 8601; null without one.</param>
public sealed record FieldRow(CustomerSummary Customer, string? Value);
