using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Identifies a scan of all customers for duplicates.</summary>
[CrmId]
public readonly partial record struct DuplicateScanId;
