using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>A survey was begun.</summary>
/// <param name="SurveyId">The survey.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("feedback.survey-created")]
public sealed record SurveyCreated(SurveyId SurveyId, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>The next version of a survey was written.</summary>
/// <param name="SurveyId">The survey.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("feedback.survey-written")]
public sealed record SurveyWritten(SurveyId SurveyId, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>The settings of a survey were changed.</summary>
/// <param name="SurveyId">The survey.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("feedback.survey-configured")]
public sealed record SurveyConfigured(SurveyId SurveyId, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>A version of a survey was published.</summary>
/// <param name="SurveyId">The survey.</param>
/// <param name="Key">Its key.</param>
/// <param name="Number">The number of the version.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("feedback.survey-published")]
public sealed record SurveyPublished(SurveyId SurveyId, string Key, int Number, Instant OccurredAt) : ICrmEvent;

/// <summary>A survey was closed: nobody is asked any more, and nobody can answer.</summary>
/// <param name="SurveyId">The survey.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("feedback.survey-closed")]
public sealed record SurveyClosed(SurveyId SurveyId, string Key, Instant OccurredAt) : ICrmEvent;
