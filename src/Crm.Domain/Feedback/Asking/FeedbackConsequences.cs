using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>
/// What follows from an answer: the case that was rated takes no more messages of its customer, and a low score becomes a task or a case
/// with a deadline. Once, since the note that the event was handled is saved with it, and the invitation says what was made.
/// </summary>
internal sealed class FeedbackConsequences(
    ISurveyStore surveys, ISurveyInvitationStore invitations, ICustomerFeedbackStore feedback, IPlannedTasks tasks, IServiceProvider services, CrmActs acts) : ICrmEventHandler<SurveyAnswered>
{
    public async Task HandleAsync(SurveyAnswered happened, CrmDelivery delivery, CancellationToken cancellationToken)
    {
        if (await invitations.FindAsync(happened.InvitationId, cancellationToken).ConfigureAwait(false) is not { } invitation
            || await surveys.FindAsync(happened.SurveyId, cancellationToken).ConfigureAwait(false) is not { } survey)
        {
            return;
        }

        if (survey.LocksRatedCase && happened.Scores.Count > 0 && invitation.About is { Kind: SubjectKinds.Case } rated)
        {
            // A case that was opened again, or went into another, is not locked.
            _ = await services.GetRequiredService<ICaseRequests>().LockAsync(ServiceCaseId.From(rated.Id), cancellationToken).ConfigureAwait(false);
        }

        if (invitation.CanFollowUp() && await FollowUpAsync(survey, invitation, happened, cancellationToken).ConfigureAwait(false) is { } made)
        {
            invitation.FollowUp(made, acts.Now);
        }

        await feedback.RefreshAsync(invitation.CustomerId, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SubjectReference?> FollowUpAsync(Survey survey, SurveyInvitation invitation, SurveyAnswered happened, CancellationToken cancellationToken)
    {
        var subject = happened.ToTimeline().Text;
        subject = subject.Length <= ServiceCase.MaxSubjectLength ? subject : survey.Key;
        if (survey.LowScore == LowScoreFollowUp.Nothing)
        {
            return null;
        }

        if (survey.LowScore == LowScoreFollowUp.Task)
        {
            return (await PlanAsync(survey, invitation, subject, invitation.About, happened.OccurredAt, cancellationToken).ConfigureAwait(false)).ToSubject();
        }

        var details = new CaseDetails(invitation.CustomerId, subject)
        {
            Description = string.Join("\n\n", invitation.Answers.Where(a => a.Text is not null).Select(a => a.Text)) is { Length: > 0 } words ? words : null,
            Type = survey.FollowUpCaseType, Sku = invitation.Sku, Channel = invitation.Channel, Priority = CasePriority.High,
        };
        var opened = Demand(await services.GetRequiredService<ICaseRequests>().OpenAsync(details, cancellationToken).ConfigureAwait(false));
        await PlanAsync(survey, invitation, subject, opened.ToSubject(), happened.OccurredAt, cancellationToken).ConfigureAwait(false);
        return opened.ToSubject();
    }

    // The deadline counts from the answer, not from when the outbox delivers it.
    private async Task<ActivityId> PlanAsync(Survey survey, SurveyInvitation invitation, string subject, SubjectReference? about, Instant answeredAt, CancellationToken cancellationToken) =>
        Demand(await tasks.PlanAsync(
            new ActivityDetails(ActivityKinds.Task, subject, answeredAt + Duration.FromHours(survey.FollowUpHours))
            {
                CustomerId = invitation.CustomerId, About = about, TeamId = survey.FollowUpTeamId, Priority = ActivityPriority.High,
            },
            cancellationToken).ConfigureAwait(false));

    private static T Demand<T>(CrmResult<T> result)
        where T : notnull => result.Succeeded ? result.Value : throw new CrmRuleException(result.Errors);
}
