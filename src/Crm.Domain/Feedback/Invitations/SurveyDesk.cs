using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;

namespace Crm.Domain.Feedback;

/// <summary>
/// Asks customers by surveys: not more often than <see cref="FeedbackOptions.DaysBetweenInvitations"/>, and once about each record. What
/// they answer comes to <see cref="SurveyAnswers"/>.
/// </summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once. Of two invitations of one customer at the same time one is saved.</remarks>
[FrontDoor]
public sealed class SurveyDesk(
    ISurveyStore surveys, ISurveyInvitationStore invitations, ICustomerFeedbackStore feedback, ICustomerQueries customers, IMessageQueue messages, SurveyTokens tokens, FeedbackOptions options, CrmActs acts)
{
    private readonly SurveySending _sending = new(surveys, invitations, feedback, customers, messages, tokens, options, acts);

    /// <summary>Invites a customer, for a link that the host sends itself. Nothing is asked of consent, and nobody is reminded.</summary>
    /// <param name="request">Whom, by which survey, and about what.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The invitation with its token, or <c>ActNotAllowed</c>, <c>SurveyNotFound</c>, <c>CustomerNotFound</c>, <c>SurveyNotPublished</c>, <c>SurveyIsClosed</c>,
    /// <c>SurveyAlreadyAsked</c>, <c>SurveyAskedLately</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<IssuedInvitation>> InviteAsync(SurveyRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return acts.MakeAsync<IssuedInvitation>("feedback.invite", now => _sending.InviteAsync(request, sends: false, now, cancellationToken), cancellationToken);
    }

    /// <summary>Invites a customer by the message template of the survey, as far as consent, suppressed addresses and ceilings let it, and reminds it once.</summary>
    /// <param name="request">Whom, by which survey, and about what.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The invitation, or what <see cref="InviteAsync"/> refuses, <c>SurveyTemplateMissing</c>, and what <see cref="MessageDesk.ComposeAsync"/> refuses.</returns>
    public async Task<CrmResult<SurveyInvitation>> SendAsync(SurveyRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var sent = await acts.MakeAsync<IssuedInvitation>("feedback.invite", now => _sending.InviteAsync(request, sends: true, now, cancellationToken), cancellationToken).ConfigureAwait(false);
        return sent.TryGetValue(out var issued) ? issued.Invitation : CrmResult<SurveyInvitation>.Failed(sent.Errors);
    }

    /// <summary>Takes an invitation back: its tokens lead nowhere.</summary>
    /// <param name="id">The invitation.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The invitation, or <c>ActNotAllowed</c>, <c>SurveyInvitationNotFound</c>, <c>VersionConflict</c>, <c>SurveyInvitationSettled</c>.</returns>
    public Task<CrmResult<SurveyInvitation>> WithdrawAsync(SurveyInvitationId id, long? expectedVersion = null, CancellationToken cancellationToken = default) => acts.ChangeAsync(
        "feedback.withdraw-invitation", invitations.FindAsync(id, cancellationToken), e => e.SurveyInvitationNotFound(id.ToString()), expectedVersion, i => i.CanWithdraw(), (i, now) => i.Withdraw(now),
        cancellationToken);

    /// <summary>Finds an invitation with its answers.</summary>
    /// <param name="id">The invitation.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The invitation; null when there is none or the actor is not of the staff.</returns>
    public async Task<SurveyInvitation?> FindAsync(SurveyInvitationId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await invitations.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists a customer's invitations, newest first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor is not of the staff.</returns>
    public async Task<Page<SurveyInvitationSummary>> ListAsync(CustomerId customerId, PageRequest? page = null, CancellationToken cancellationToken = default) => acts.Gate.Actor.IsStaff
        ? await invitations.OfCustomerAsync(customerId, openOnly: false, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false)
        : new Page<SurveyInvitationSummary>([], null);
}
