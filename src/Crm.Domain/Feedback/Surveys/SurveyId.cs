using Crm.Domain.Primitives;

namespace Crm.Domain.Feedback;

/// <summary>Names a survey.</summary>
[CrmId]
public readonly partial record struct SurveyId;
