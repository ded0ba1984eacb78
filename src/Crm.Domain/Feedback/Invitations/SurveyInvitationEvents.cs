using System.Globalization;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>A customer was invited to a survey.</summary>
/// <param name="InvitationId">The invitation.</param>
/// <param name="SurveyId">The survey.</param>
/// <param name="Survey">Its key.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="About">The record it is about.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("feedback.survey-invited")]
public sealed record SurveyInvited(SurveyInvitationId InvitationId, SurveyId SurveyId, string Survey, CustomerId CustomerId, SubjectReference? About, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => SurveyTimeline.Note("survey-invited", Survey, InvitationId, CustomerId, About);
}

/// <summary>A customer was reminded of a survey.</summary>
/// <param name="InvitationId">The invitation.</param>
/// <param name="SurveyId">The survey.</param>
/// <param name="Survey">Its key.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("feedback.survey-reminded")]
public sealed record SurveyReminded(SurveyInvitationId InvitationId, SurveyId SurveyId, string Survey, CustomerId CustomerId, Instant OccurredAt) : ICrmEvent;

/// <summary>A customer was not reminded, since it may not be written to any more.</summary>
/// <param name="InvitationId">The invitation.</param>
/// <param name="SurveyId">The survey.</param>
/// <param name="Survey">Its key.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Reason">The code of what stood in the way.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("feedback.survey-reminder-skipped")]
public sealed record SurveyReminderSkipped(SurveyInvitationId InvitationId, SurveyId SurveyId, string Survey, CustomerId CustomerId, string Reason, Instant OccurredAt) : ICrmEvent;

/// <summary>A score among the answers to a survey.</summary>
/// <param name="Question">The question.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="Value">The answer, in points of its scale.</param>
public sealed record GivenScore(string Question, ScoreKind Kind, int Value);

/// <summary>A customer answered a survey.</summary>
/// <param name="InvitationId">The invitation.</param>
/// <param name="SurveyId">The survey.</param>
/// <param name="Survey">Its key.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="About">The record it is about.</param>
/// <param name="Scores">The scores among the answers.</param>
/// <param name="IsLow">Whether a score is low.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("feedback.survey-answered")]
public sealed record SurveyAnswered(
    SurveyInvitationId InvitationId, SurveyId SurveyId, string Survey, CustomerId CustomerId, SubjectReference? About, IReadOnlyList<GivenScore> Scores, bool IsLow, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => SurveyTimeline.Note(
        "survey-answered",
        Scores.Count == 0 ? Survey : $"{Survey}: {string.Join(", ", Scores.Select(s => $"{s.Question} {s.Value.ToString(CultureInfo.InvariantCulture)}"))}",
        InvitationId, CustomerId, About);
}

/// <summary>The time of an invitation is over.</summary>
/// <param name="InvitationId">The invitation.</param>
/// <param name="SurveyId">The survey.</param>
/// <param name="Survey">Its key.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("feedback.survey-expired")]
public sealed record SurveyExpired(SurveyInvitationId InvitationId, SurveyId SurveyId, string Survey, CustomerId CustomerId, Instant OccurredAt) : ICrmEvent;

/// <summary>An invitation was taken back.</summary>
/// <param name="InvitationId">The invitation.</param>
/// <param name="SurveyId">The survey.</param>
/// <param name="Survey">Its key.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("feedback.survey-withdrawn")]
public sealed record SurveyWithdrawn(SurveyInvitationId InvitationId, SurveyId SurveyId, string Survey, CustomerId CustomerId, Instant OccurredAt) : ICrmEvent;

/// <summary>A low score led to a case or a task.</summary>
/// <param name="InvitationId">The invitation.</param>
/// <param name="SurveyId">The survey.</param>
/// <param name="Survey">Its key.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Made">The case or task.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("feedback.low-score-followed-up")]
public sealed record LowScoreFollowedUp(SurveyInvitationId InvitationId, SurveyId SurveyId, string Survey, CustomerId CustomerId, SubjectReference Made, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => SurveyTimeline.Note("low-score-followed-up", Survey, InvitationId, CustomerId, Made);
}
