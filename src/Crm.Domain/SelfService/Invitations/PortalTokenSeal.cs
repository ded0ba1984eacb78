using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Values;

namespace Crm.Domain.SelfService;

/// <summary>Puts the token of an invitation, and the code of a change, into the message to its own address, right before it is sent; into no other.</summary>
internal sealed class PortalTokenSeal(IPortalAccountStore accounts, IChangeRequestStore requests, PortalTokens tokens) : IMessageSeal
{
    public async Task<MessageToSend> CompleteAsync(MessageToSend message, CustomerId customerId, CancellationToken cancellationToken)
    {
        if (!tokens.HasKey)
        {
            return message;
        }

        foreach (var (id, number) in PortalTokens.MarksIn(message.Text).Union(PortalTokens.MarksIn(message.Html)))
        {
            if (await accounts.FindAsync(id, cancellationToken).ConfigureAwait(false) is { HasInvitation: true } account && account.CustomerId == customerId
                && account.InvitationNumber == number && Goes(message, account.Email))
            {
                message = Put(message, PortalTokens.MarkOf(id, number), tokens.Of(id, number));
            }
        }

        foreach (var (id, number) in PortalTokens.CodeMarksIn(message.Text).Union(PortalTokens.CodeMarksIn(message.Html)))
        {
            if (await requests.FindAsync(id, cancellationToken).ConfigureAwait(false) is { CodeAddress: { } address } request && request.CustomerId == customerId
                && request.CodeNumber == number && Goes(message, address))
            {
                message = Put(message, PortalTokens.MarkOf(id, number), tokens.CodeOf(id, number));
            }
        }

        return message;
    }

    private static bool Goes(MessageToSend message, string address) =>
        EmailAddress.TryParse(message.Address, out var to) && EmailAddress.TryParse(address, out var meant) && to.IsSameMailboxAs(meant);

    private static MessageToSend Put(MessageToSend message, string mark, string secret) => message with
    {
        Text = message.Text.Replace(mark, secret, StringComparison.Ordinal), Html = message.Html?.Replace(mark, secret, StringComparison.Ordinal),
    };
}
