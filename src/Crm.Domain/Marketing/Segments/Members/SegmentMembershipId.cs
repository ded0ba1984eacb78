using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Names one stay of a customer in a segment.</summary>
[CrmId]
public readonly partial record struct SegmentMembershipId;
