using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;

namespace Crm.Domain.SelfService;

/// <summary>Queues the message with the code, to the address by which the customer was reached before. Where that cannot be, staff decides.</summary>
internal sealed class ChangeCodeSending(IChangeRequestStore requests, IMessageQueue messages, PortalTokens tokens, SelfServiceOptions options, CrmActs acts)
    : ICrmEventHandler<ChangeRequested>, ICrmEventHandler<ChangeCodeRenewed>
{
    public Task HandleAsync(ChangeRequested happened, CrmDelivery delivery, CancellationToken cancellationToken) =>
        happened.Status == ChangeRequestStatus.AwaitingCode ? SendAsync(happened.RequestId, 1, cancellationToken) : Task.CompletedTask;

    public Task HandleAsync(ChangeCodeRenewed happened, CrmDelivery delivery, CancellationToken cancellationToken) => SendAsync(happened.RequestId, happened.Number, cancellationToken);

    private async Task SendAsync(ChangeRequestId id, int number, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { CodeAddress: { } address } request || request.CodeNumber != number || !request.CanConfirm(acts.Now))
        {
            return;
        }

        var obstacle = nameof(CrmErrorDescriber.PortalSendingNotSetUp);
        if (tokens.HasKey && options.ConfirmationTemplate is { } template)
        {
            var queued = await messages.QueueAsync(
                new MessageDraft(request.CustomerId) { TemplateKey = template, Address = address, IsAutomatic = true },
                new Dictionary<string, string?>(StringComparer.Ordinal) { [PortalTexts.Code] = PortalTokens.MarkOf(request.Id, number), [PortalTexts.Change] = acts.Errors.NameOf(request.Domain) },
                cancellationToken).ConfigureAwait(false);
            if (queued.Succeeded)
            {
                return;
            }

            obstacle = queued.Errors[0].Code;
        }

        request.HandToStaff(obstacle, options.ApprovalLifetime, acts.Now);
    }
}
