using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one stored deadline of a case.</summary>
[CrmId]
public readonly partial record struct ServiceDeadlineId;
