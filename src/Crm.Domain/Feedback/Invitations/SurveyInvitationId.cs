using Crm.Domain.Primitives;

namespace Crm.Domain.Feedback;

/// <summary>Names one invitation to a survey.</summary>
[CrmId(SubjectKinds.SurveyInvitation)]
public readonly partial record struct SurveyInvitationId;
