using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>
/// What customers answer to surveys: by the token of a link, without anybody signed in; or signed in to a portal; or through a member of
/// staff. A token that is unknown, used, expired or taken back is answered alike, since nothing is kept of it. An invitation is answered
/// once: of two answers at the same time one is saved.
/// </summary>
/// <remarks>Scoped service. No act saves; the host saves once. A save that is overtaken answers <c>VersionConflict</c>.</remarks>
[FrontDoor]
public sealed class SurveyAnswers(ISurveyStore surveys, ISurveyInvitationStore invitations, IMessageRecipients recipients, IBusinessZone business, CrmActs acts)
{
    /// <summary>Reads the survey that a token opens.</summary>
    /// <param name="token">The token.</param>
    /// <param name="language">The language to read it in; null for that of the invitation, else the customer's.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The survey; null when the token opens none.</returns>
    public async Task<OpenSurvey?> ReadAsync(string token, LanguageTag? language = null, CancellationToken cancellationToken = default) =>
        await ShowAsync(await FindAsync(token, cancellationToken).ConfigureAwait(false), language, cancellationToken).ConfigureAwait(false);

    /// <summary>Reads the survey of an invitation of the customer that the actor acts for; staff reads every one that can be answered.</summary>
    /// <param name="id">The invitation.</param>
    /// <param name="language">The language to read it in; null for that of the invitation, else the customer's.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The survey; null when there is none, it cannot be answered any more, or it is somebody else's.</returns>
    public async Task<OpenSurvey?> ReadAsync(SurveyInvitationId id, LanguageTag? language = null, CancellationToken cancellationToken = default) =>
        await ShowAsync(await FindAsync(id, cancellationToken).ConfigureAwait(false), language, cancellationToken).ConfigureAwait(false);

    /// <summary>Lists the invitations of a customer that can be answered, newest first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor does not act for the customer.</returns>
    public async Task<Page<SurveyInvitationSummary>> ListOpenAsync(CustomerId customerId, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        if (!acts.Gate.Readable.Includes(customerId.ToSubject()))
        {
            return new Page<SurveyInvitationSummary>([], null);
        }

        var (found, now) = (await invitations.OfCustomerAsync(customerId, openOnly: true, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false), acts.Now);
        return found with { Items = [.. found.Items.Where(i => now < i.ExpiresAt)] };
    }

    /// <summary>The customer answers by the token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="replies">The answers.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The invitation, or <c>SurveyTokenUnknown</c>, <c>SurveyQuestionUnknown</c>, <c>SurveyAnswerMissing</c>, <c>SurveyAnswerUnfit</c>.</returns>
    public Task<CrmResult<SurveyInvitationId>> AnswerAsync(string token, IReadOnlyCollection<SurveyReply> replies, CancellationToken cancellationToken = default) => acts.MakeOwnAsync(
        async now => await AnswerAsync(await FindAsync(token, cancellationToken).ConfigureAwait(false), replies, e => e.SurveyTokenUnknown(), now, cancellationToken).ConfigureAwait(false),
        cancellationToken);

    /// <summary>The customer answers signed in, or a member of staff notes the answer.</summary>
    /// <param name="id">The invitation.</param>
    /// <param name="replies">The answers.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The invitation, or <c>SurveyInvitationNotFound</c> also where it is somebody else's or cannot be answered any more, and what the other way of answering refuses.</returns>
    public Task<CrmResult<SurveyInvitationId>> AnswerAsync(SurveyInvitationId id, IReadOnlyCollection<SurveyReply> replies, CancellationToken cancellationToken = default) => acts.MakeOwnAsync(
        async now => await AnswerAsync(
            await FindAsync(id, cancellationToken).ConfigureAwait(false), replies, e => e.SurveyInvitationNotFound(id.ToString()), now, cancellationToken).ConfigureAwait(false),
        cancellationToken);

    private async Task<CrmResult<SurveyInvitationId>> AnswerAsync(
        SurveyInvitation? invitation, IReadOnlyCollection<SurveyReply> replies, Func<CrmErrorDescriber, CrmError> missing, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(replies);
        if (invitation is null || await DefinitionAsync(invitation, now, cancellationToken).ConfigureAwait(false) is not { } definition)
        {
            return missing(acts.Errors);
        }

        if (definition.Check(replies, acts.Errors) is { Count: > 0 } wrong)
        {
            return CrmResult<SurveyInvitationId>.Failed(wrong);
        }

        invitation.Answer(definition, replies, now.InZone(business.Zone).Date, now);
        return invitation.Id;
    }

    private async Task<OpenSurvey?> ShowAsync(SurveyInvitation? invitation, LanguageTag? language, CancellationToken cancellationToken)
    {
        if (invitation is null || await DefinitionAsync(invitation, acts.Now, cancellationToken).ConfigureAwait(false) is not { } definition)
        {
            return null;
        }

        var wanted = language ?? invitation.Language ?? (await recipients.FindAsync(invitation.CustomerId, cancellationToken).ConfigureAwait(false))?.Language;
        return OpenSurvey.Of(invitation, definition, wanted);
    }

    private async Task<SurveyDefinition?> DefinitionAsync(SurveyInvitation invitation, Instant now, CancellationToken cancellationToken) =>
        invitation.CanAnswer(now) && await surveys.FindAsync(invitation.SurveyId, cancellationToken).ConfigureAwait(false) is { } survey && survey.CanInvite()
            ? survey.DefinitionOf(invitation.Number)
            : null;

    private async Task<SurveyInvitation?> FindAsync(string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        return SecretToken.HashOf(token) is { } hash ? await invitations.FindByTokenAsync(hash, cancellationToken).ConfigureAwait(false) : null;
    }

    private async Task<SurveyInvitation?> FindAsync(SurveyInvitationId id, CancellationToken cancellationToken) =>
        await invitations.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } found && acts.Gate.Readable.Includes(found.CustomerId.ToSubject()) ? found : null;
}
