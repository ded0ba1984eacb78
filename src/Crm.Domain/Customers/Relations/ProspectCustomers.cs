namespace Crm.Domain.Customers;

/// <summary>The customers that a prospect became.</summary>
/// <param name="PersonId">The person; null where there is none.</param>
/// <param name="OrganisationId">The organisation; null where there is none.</param>
/// <param name="Filled">Fields of recorded customers that were empty and are filled now, such as <c>person.email</c>.</param>
public sealed record ProspectCustomers(CustomerId? PersonId, CustomerId? OrganisationId, IReadOnlyList<string> Filled);
