using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>
/// Tells those who follow a case that it was answered: that it was, not what. Who wants no such message gets none; what fails otherwise
/// throws, so that the outbox tries it again.
/// </summary>
internal sealed class CaseAnswerNotices(IServiceCaseStore cases, IMessageQueue messages, CaseFollowingOptions options) : ICrmEventHandler<CaseReplied>
{
    public const string Number = "case.number";
    public const string Subject = "case.subject";

    private static readonly string[] s_quiet =
        [nameof(CrmErrorDescriber.CustomerNotFound), nameof(CrmErrorDescriber.MessageNotPermitted), nameof(CrmErrorDescriber.MessageCeilingReached)];

    public async Task HandleAsync(CaseReplied happened, CrmDelivery delivery, CancellationToken cancellationToken)
    {
        if (options.AnswerTemplate is not { } template || await cases.FindAsync(happened.CaseId, cancellationToken).ConfigureAwait(false) is not { } answered)
        {
            return;
        }

        foreach (var follower in FollowersOf(answered))
        {
            var queued = await messages.QueueAsync(
                new MessageDraft(follower) { TemplateKey = template, IsAutomatic = true, About = answered.ToSubject() },
                new Dictionary<string, string?>(StringComparer.Ordinal) { [Number] = answered.Number.Value, [Subject] = answered.Subject },
                cancellationToken).ConfigureAwait(false);
            if (!queued.Succeeded && !queued.Errors.All(e => s_quiet.Contains(e.Code)))
            {
                throw new CrmRuleException(queued.Errors);
            }
        }
    }

    private static IEnumerable<CustomerId> FollowersOf(ServiceCase answered) => new[] { answered.CustomerId, answered.OrganisationId ?? answered.CustomerId }
        .Distinct().Where(c => answered.IsFollowedBy(c) is true);
}
