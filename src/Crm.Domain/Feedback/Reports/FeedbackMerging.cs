using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Feedback;

/// <summary>Brings what customers said last up to date when two became one, or two again: invitations and scores moved with the merge.</summary>
internal sealed class FeedbackMerging(ICustomerFeedbackStore feedback) : ICrmEventHandler<CustomersMerged>, ICrmEventHandler<CustomersUnmerged>
{
    public Task HandleAsync(CustomersMerged happened, CrmDelivery delivery, CancellationToken cancellationToken) => feedback.RefreshAsync(happened.CustomerId, cancellationToken);

    public async Task HandleAsync(CustomersUnmerged happened, CrmDelivery delivery, CancellationToken cancellationToken)
    {
        await feedback.RefreshAsync(happened.CustomerId, cancellationToken).ConfigureAwait(false);
        await feedback.RefreshAsync(happened.RestoredId, cancellationToken).ConfigureAwait(false);
    }
}
