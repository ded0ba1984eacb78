namespace Crm.Domain.Customers;

/// <summary>One thing that an import changed of a customer, enough to change it back.</summary>
/// <param name="Field">The field, such as <c>name</c> or <c>contactPoint</c>.</param>
/// <param name="Before">What was there; null for nothing.</param>
/// <param name="After">What is there since.</param>
/// <param name="Part">Id of the contact point or address.</param>
public sealed record ImportedChange(string Field, string? Before, string? After, Guid? Part = null);
