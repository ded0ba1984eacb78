using Crm.Domain.Primitives;

namespace Crm.Domain.Privacy;

/// <summary>Names one restriction or legal hold.</summary>
[CrmId]
public readonly partial record struct PrivacyMeasureId;
