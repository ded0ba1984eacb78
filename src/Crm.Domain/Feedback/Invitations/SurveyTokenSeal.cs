using Crm.Domain.Customers;
using Crm.Domain.Interactions;

namespace Crm.Domain.Feedback;

/// <summary>Puts the tokens of invitations into messages to the customers who were invited, right before they are sent; into no others.</summary>
internal sealed class SurveyTokenSeal(ISurveyInvitationStore invitations, SurveyTokens tokens) : IMessageSeal
{
    public async Task<MessageToSend> CompleteAsync(MessageToSend message, CustomerId customerId, CancellationToken cancellationToken)
    {
        if (!tokens.HasKey)
        {
            return message;
        }

        foreach (var (id, ordinal) in SurveyTokens.MarksIn(message.Text).Union(SurveyTokens.MarksIn(message.Html)))
        {
            if (await invitations.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } invitation && invitation.CustomerId == customerId)
            {
                var (mark, token) = (SurveyTokens.MarkOf(id, ordinal), tokens.Of(id, ordinal));
                message = message with
                {
                    Text = message.Text.Replace(mark, token, StringComparison.Ordinal), Html = message.Html?.Replace(mark, token, StringComparison.Ordinal),
                };
            }
        }

        return message;
    }
}
