using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>Reminds customers once of invitations that they did not answer, and ends invitations whose time is over. A call that comes late does what it finds.</summary>
/// <remarks>Scoped service, for staff and jobs. No act saves; the host saves once. Two processes that take the same invitation collide, and one of them saves.</remarks>
[FrontDoor]
public sealed class SurveyReminders(
    ISurveyStore surveys, ISurveyInvitationStore invitations, ICustomerFeedbackStore feedback, ICustomerQueries customers, IMessageQueue messages, SurveyTokens tokens, FeedbackOptions options, CrmActs acts)
{
    /// <summary>Most invitations of one call: 1,000.</summary>
    public const int MaxTake = 1_000;

    private readonly SurveySending _sending = new(surveys, invitations, feedback, customers, messages, tokens, options, acts);

    /// <summary>When the next thing is to be done, one that is overdue included.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The instant; null when nothing will be, or the actor is not of the staff.</returns>
    public async Task<Instant?> NextDueAsync(CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await invitations.NextDueAsync(cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Does what is due, the longest first.</summary>
    /// <param name="take">How many invitations at most; 1 to <see cref="MaxTake"/>. Save, and call again while as many come back.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The invitations that changed, or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<IReadOnlyList<SurveyInvitation>>> RunAsync(int take = 100, CancellationToken cancellationToken = default) => acts.MakeAsync(
        "feedback.remind",
        async now =>
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MaxTake);
            var due = await invitations.DueAsync(now, take, cancellationToken).ConfigureAwait(false);
            foreach (var invitation in due)
            {
                if (invitation.CanExpire(now))
                {
                    invitation.Expire(now);
                }
                else
                {
                    await RemindAsync(invitation, now, cancellationToken).ConfigureAwait(false);
                }
            }

            return Done([.. due]);
        },
        cancellationToken);

    private async Task RemindAsync(SurveyInvitation invitation, Instant now, CancellationToken cancellationToken)
    {
        var survey = await surveys.FindAsync(invitation.SurveyId, cancellationToken).ConfigureAwait(false);
        var obstacle = survey is null ? nameof(CrmErrorDescriber.SurveyNotFound)
            : survey.CanInvite().Code is { } code ? code
            : survey.TemplateKey is null ? nameof(CrmErrorDescriber.SurveyTemplateMissing)
            : !tokens.HasKey ? nameof(CrmErrorDescriber.SurveyTokenKeyMissing)
            : (await _sending.SendAsync(survey, invitation, 2, cancellationToken).ConfigureAwait(false))?[0].Code;
        if (obstacle is null)
        {
            invitation.Remind(SecretToken.HashOf(tokens.Of(invitation.Id, 2))!, now);
        }
        else
        {
            invitation.SkipReminder(obstacle, now);
        }
    }

    private static CrmResult<IReadOnlyList<SurveyInvitation>> Done(List<SurveyInvitation> due) => due;
}
