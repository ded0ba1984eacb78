using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Domain.Feedback;

/// <summary>
/// Asks customers of cases that reached the status of a survey: once per case and survey, not where the case went into another or on to
/// another status meanwhile, and not where the customer was asked a short time ago or wants no message. What fails otherwise throws, so
/// that the outbox tries it again.
/// </summary>
internal sealed class CaseAsking(ISurveyedCases cases, IServiceProvider services) : ICrmEventHandler<CaseStatusChanged>, ICrmEventHandler<CaseClosedForSilence>
{
    private static readonly string[] s_quiet =
    [
        nameof(CrmErrorDescriber.SurveyAlreadyAsked), nameof(CrmErrorDescriber.SurveyAskedLately), nameof(CrmErrorDescriber.SurveyIsClosed), nameof(CrmErrorDescriber.CustomerNotFound),
        nameof(CrmErrorDescriber.MessageNotPermitted), nameof(CrmErrorDescriber.MessageCeilingReached),
    ];

    public Task HandleAsync(CaseStatusChanged happened, CrmDelivery delivery, CancellationToken cancellationToken) => AskAsync(happened.CaseId, happened.After, cancellationToken);

    public Task HandleAsync(CaseClosedForSilence happened, CrmDelivery delivery, CancellationToken cancellationToken) => AskAsync(happened.CaseId, CaseStatus.Closed, cancellationToken);

    // The services of an area that is not in use cannot be made.
    private async Task AskAsync(ServiceCaseId id, CaseStatus status, CancellationToken cancellationToken)
    {
        if (!cases.IsAvailable || await services.GetRequiredService<ISurveyStore>().AskingOnAsync(status, cancellationToken).ConfigureAwait(false) is not { Count: > 0 } surveys
            || await cases.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { IsMerged: false } about || about.Status != status)
        {
            return;
        }

        var desk = services.GetRequiredService<SurveyDesk>();
        foreach (var survey in surveys)
        {
            var request = new SurveyRequest(survey, about.CustomerId) { About = id.ToSubject(), Sku = about.Sku, AgentId = about.AgentId, Channel = about.Channel };
            var sent = await desk.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (!sent.Succeeded && !sent.Errors.All(e => s_quiet.Contains(e.Code)))
            {
                throw new CrmRuleException(sent.Errors);
            }
        }
    }
}
