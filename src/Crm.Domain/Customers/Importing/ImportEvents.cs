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

/// <summary>An import of customers was undone, as far as nothing was changed since.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Removed">Customers that it had made and that are gone.</param>
/// <param name="Restored">Customers that have their old values back.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.customer-import-undone")]
public sealed record CustomerImportUndone(CustomerImportId ImportId, int Removed, int Restored, Instant OccurredAt) : ICrmEvent;

/// <summary>A customer that an import had made went with its undoing.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="ImportId">The import.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.imported-customer-removed")]
public sealed record ImportedCustomerRemoved(CustomerId CustomerId, CustomerImportId ImportId, Instant OccurredAt) : ICrmEvent;
