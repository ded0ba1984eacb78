namespace Crm.Domain.Customers;

/// <summary>By which custom field a list is ordered. Customers without a value come last, whichever the direction.</summary>
/// <param name="Key">The field's key; of several choices, the first counts.</param>
/// <param name="IsDescending">Whether the greatest value comes first.</param>
public sealed record FieldOrder(string Key, bool IsDescending = false);
