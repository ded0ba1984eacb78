using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Names a segment.</summary>
[CrmId]
public readonly partial record struct SegmentId;
