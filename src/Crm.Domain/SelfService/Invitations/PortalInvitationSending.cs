using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;

namespace Crm.Domain.SelfService;

/// <summary>
/// Queues the message of an invitation, as the software itself: whoever invited needs no right to write messages, and never sees the
/// token. What keeps the message from being sent is noted with the account.
/// </summary>
internal sealed class PortalInvitationSending(IPortalAccountStore accounts, IMessageQueue messages, PortalTokens tokens, SelfServiceOptions options, CrmActs acts) : ICrmEventHandler<PortalAccountInvited>
{
    public async Task HandleAsync(PortalAccountInvited happened, CrmDelivery delivery, CancellationToken cancellationToken)
    {
        if (!happened.IsSent || await accounts.FindAsync(happened.AccountId, cancellationToken).ConfigureAwait(false) is not { HasInvitation: true } account
            || account.InvitationNumber != happened.Number || !account.CanMarkUnsent())
        {
            return;
        }

        if (!tokens.HasKey || options.InvitationTemplate is not { } template)
        {
            account.MarkUnsent(nameof(CrmErrorDescriber.PortalSendingNotSetUp), acts.Now);
            return;
        }

        var queued = await messages.QueueAsync(
            new MessageDraft(account.CustomerId) { TemplateKey = template, Address = account.Email, IsAutomatic = true },
            new Dictionary<string, string?>(StringComparer.Ordinal) { [PortalTexts.Token] = PortalTokens.MarkOf(account.Id, account.InvitationNumber) },
            cancellationToken).ConfigureAwait(false);
        if (!queued.Succeeded)
        {
            account.MarkUnsent(queued.Errors[0].Code, acts.Now);
        }
    }
}
