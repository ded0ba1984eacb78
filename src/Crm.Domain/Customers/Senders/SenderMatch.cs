using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A customer who may have sent a message.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="DisplayName">The name.</param>
/// <param name="OrganisationId">The organisation in which a person has its main place.</param>
/// <param name="IsPrimary">Whether the address is the customer's primary one of its kind; always for a handle.</param>
/// <param name="LastContactAt">When the customer was last in contact; null when never, or where the address leads to one customer only.</param>
/// <param name="CreatedAt">When the customer was recorded.</param>
public sealed record SenderMatch(
    CustomerId CustomerId, CustomerKind Kind, string DisplayName, CustomerId? OrganisationId, bool IsPrimary, Instant? LastContactAt, Instant CreatedAt);
