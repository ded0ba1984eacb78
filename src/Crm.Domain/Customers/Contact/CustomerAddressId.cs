using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Names one postal address of a customer.</summary>
[CrmId]
public readonly partial record struct CustomerAddressId;
