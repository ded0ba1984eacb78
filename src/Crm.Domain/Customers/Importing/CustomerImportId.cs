using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Names one import of customers.</summary>
[CrmId]
public readonly partial record struct CustomerImportId;
