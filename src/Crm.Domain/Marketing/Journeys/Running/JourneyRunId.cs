using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Identifies a <see cref="JourneyRun"/>.</summary>
[CrmId]
public readonly partial record struct JourneyRunId;
