using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Names one refresh of a segment that found something to change.</summary>
[CrmId]
public readonly partial record struct SegmentRunId;
