using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Identifies a <see cref="Journey"/>.</summary>
[CrmId]
public readonly partial record struct JourneyId;
