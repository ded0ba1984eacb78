using Crm.Domain.Customers;

namespace Crm.Domain.Sales;

/// <summary>Who a lead probably is already.</summary>
/// <param name="Persons">Recorded persons.</param>
/// <param name="Organisations">Recorded organisations.</param>
/// <param name="Leads">Other leads with the same e-mail address, newest first; at most 20.</param>
public sealed record LeadDuplicates(DuplicateFindings Persons, DuplicateFindings Organisations, IReadOnlyList<LeadSummary> Leads);
