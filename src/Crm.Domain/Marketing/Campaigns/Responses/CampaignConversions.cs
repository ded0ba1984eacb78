using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Notes an order or a won deal as conversion of the campaigns that were sent to the customer within the window.</summary>
internal sealed class CampaignConversions(ICampaignResponseStore store, CampaignResponses responses, MarketingOptions options)
    : ICrmEventHandler<OrderPlaced>, ICrmEventHandler<OpportunityWon>
{
    public Task HandleAsync(OrderPlaced happened, CrmDelivery delivery, CancellationToken cancellationToken) =>
        NoteAsync(happened.CustomerId, $"order:{happened.OrderId}", happened.OccurredAt, cancellationToken);

    public Task HandleAsync(OpportunityWon happened, CrmDelivery delivery, CancellationToken cancellationToken) =>
        NoteAsync(happened.CustomerId, $"deal:{happened.OpportunityId}", happened.OccurredAt, cancellationToken);

    private async Task NoteAsync(CustomerId customerId, string what, Instant at, CancellationToken cancellationToken)
    {
        foreach (var id in await store.SentAsync(customerId, at - options.ConversionWindow, at, cancellationToken).ConfigureAwait(false))
        {
            var noted = await responses.RecordAsync(new(id, CampaignResponseKind.Converted, $"{what}:{id}") { At = at, Detail = what }, cancellationToken).ConfigureAwait(false);
            noted.WithoutValue().ThrowIfFailed();
        }
    }
}
