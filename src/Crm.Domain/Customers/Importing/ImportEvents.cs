using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>An import of customers was completed.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="System">The other system.</param>
/// <param name="Created">Customers made.</param>
/// <param name="Updated">Rows that changed a customer.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.customers-imported")]
public sealed record CustomersImported(CustomerImportId ImportId, string System, int Created, int Updated, Instant OccurredAt) : ICrmEvent;
