using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A customer as an export gives it out.</summary>
/// <param name="Customer">What the actor may know of it.</param>
/// <param name="ChangedAt">When it was changed last.</param>
public sealed record ExportedCustomer(CustomerProfile Customer, Instant ChangedAt);
