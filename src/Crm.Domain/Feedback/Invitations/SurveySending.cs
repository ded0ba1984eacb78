using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>Invites customers, once the gate let the act through: not too often, once about each record, and where asked for by a message.</summary>
internal sealed class SurveySending(
    ISurveyStore surveys, ISurveyInvitationStore invitations, ICustomerFeedbackStore feedback, ICustomerQueries customers, IMessageQueue messages, SurveyTokens tokens, FeedbackOptions options, CrmActs acts)
{
    public async Task<CrmResult<IssuedInvitation>> InviteAsync(SurveyRequest request, bool sends, Instant now, CancellationToken cancellationToken)
    {
        if (await surveys.FindAsync(request.Survey, cancellationToken).ConfigureAwait(false) is not { } survey)
        {
            return acts.Errors.SurveyNotFound(request.Survey);
        }

        if (await customers.IdentifyAsync(request.CustomerId, cancellationToken).ConfigureAwait(false) is not { } customer)
        {
            return acts.Errors.CustomerNotFound(request.CustomerId.ToString());
        }

        if (survey.CanInvite() is { IsPermitted: false } refused)
        {
            return refused.ToError(acts.Errors);
        }

        if (sends && survey.TemplateKey is null)
        {
            return acts.Errors.SurveyTemplateMissing(survey.Key);
        }

        if (request.About is { } about && await invitations.HasAskedAsync(survey.Id, about, cancellationToken).ConfigureAwait(false))
        {
            return acts.Errors.SurveyAlreadyAsked(survey.Key);
        }

        var known = await feedback.FindAsync(customer.Id, cancellationToken).ConfigureAwait(false);
        if (known?.InvitedAt is { } last && now < last + Duration.FromDays(options.DaysBetweenInvitations))
        {
            return acts.Errors.SurveyAskedLately(options.DaysBetweenInvitations);
        }

        var id = SurveyInvitationId.New(now);
        var token = sends ? tokens.Of(id, 1) : SecretToken.New();
        var invitation = new SurveyInvitation(id, survey, request with { CustomerId = customer.Id }, SecretToken.HashOf(token)!, sends, now);
        if (sends && await SendAsync(survey, invitation, 1, cancellationToken).ConfigureAwait(false) is { } unsent)
        {
            return CrmResult<IssuedInvitation>.Failed(unsent);
        }

        if (known is null)
        {
            feedback.Add(known = new CustomerFeedback(customer.Id));
        }

        known.Invited(now);
        invitations.Add(invitation);
        return new IssuedInvitation(invitation, token);
    }

    /// <summary>Queues the message of an invitation or a reminder.</summary>
    /// <returns>Why it was not queued; null when it was.</returns>
    public async Task<IReadOnlyList<CrmError>?> SendAsync(Survey survey, SurveyInvitation invitation, int ordinal, CancellationToken cancellationToken)
    {
        var definition = survey.DefinitionOf(invitation.Number)!;
        var queued = await messages.QueueAsync(
            new MessageDraft(invitation.CustomerId)
            {
                TemplateKey = survey.TemplateKey,
                Language = invitation.Language,
                IsAutomatic = true,
                About = invitation.About,
            },
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                [SurveyTexts.Token] = SurveyTokens.MarkOf(invitation.Id, ordinal), [SurveyTexts.Title] = definition.TextIn(definition.Titles, invitation.Language),
            },
            cancellationToken).ConfigureAwait(false);
        return queued.Succeeded ? null : queued.Errors;
    }
}
