using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Values;

namespace Crm.Domain.SelfService;

/// <summary>Puts the token of an invitation into the message to its own address, right before it is sent; into no other.</summary>
internal sealed class PortalTokenSeal(IPortalAccountStore accounts, PortalTokens tokens) : IMessageSeal
{
    public async Task<MessageToSend> CompleteAsync(MessageToSend message, CustomerId customerId, CancellationToken cancellationToken)
    {
        if (!tokens.HasKey)
        {
            return message;
        }

        foreach (var (id, number) in PortalTokens.MarksIn(message.Text).Union(PortalTokens.MarksIn(message.Html)))
        {
            if (await accounts.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } account && account.CustomerId == customerId
                && account.HasInvitation && account.InvitationNumber == number && EmailAddress.TryParse(message.Address, out var to) && to.Normalized == account.EmailKey)
            {
                var (mark, token) = (PortalTokens.MarkOf(id, number), tokens.Of(id, number));
                message = message with
                {
                    Text = message.Text.Replace(mark, token, StringComparison.Ordinal), Html = message.Html?.Replace(mark, token, StringComparison.Ordinal),
                };
            }
        }

        return message;
    }
}
