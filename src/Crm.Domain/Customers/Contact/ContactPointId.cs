using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Names one contact point of a customer.</summary>
[CrmId]
public readonly partial record struct ContactPointId;
