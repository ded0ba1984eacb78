using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Names one membership of a person in an organisation.</summary>
[CrmId]
public readonly partial record struct MembershipId;
