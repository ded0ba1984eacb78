using Crm.Domain.Customers;

namespace Crm.Domain.Sales;

/// <summary>What a lead became.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="PersonId">The person; null where there is none.</param>
/// <param name="OrganisationId">The organisation; null where there is none.</param>
/// <param name="OpportunityId">The opportunity; null where there is none.</param>
/// <param name="Filled">Fields of recorded customers that were empty and are filled now, such as <c>person.email</c>.</param>
public sealed record LeadConversionResult(LeadId LeadId, CustomerId? PersonId, CustomerId? OrganisationId, OpportunityId? OpportunityId, IReadOnlyList<string> Filled);
