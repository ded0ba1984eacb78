using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A customer in a list.</summary>
/// <param name="Id">The customer.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="DisplayName">The name.</param>
/// <param name="Email">The primary e-mail address.</param>
/// <param name="Phone">The primary number: phone, else mobile.</param>
/// <param name="CreatedAt">When the customer was recorded.</param>
public sealed record CustomerSummary(CustomerId Id, CustomerKind Kind, string DisplayName, string? Email, string? Phone, Instant CreatedAt);
