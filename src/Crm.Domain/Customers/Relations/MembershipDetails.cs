using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>What is known of a person's place in an organisation.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Role">What the person does there, such as "Head of purchasing"; one line of at most 100 characters.</param>
/// <param name="Department">Where in the organisation; one line of at most 100 characters.</param>
/// <param name="Since">The first day, if known.</param>
public sealed record MembershipDetails(CustomerId OrganisationId, string? Role = null, string? Department = null, LocalDate? Since = null);
