using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>A host's handlers that remember who came and left.</summary>
internal sealed class SeenStays : ICrmEventHandler<SegmentEntered>, ICrmEventHandler<SegmentLeft>
{
    public List<(string What, string Key, CustomerId Customer, SegmentReason Reason)> All { get; } = [];

    public Task HandleAsync(SegmentEntered happened, CrmDelivery delivery, CancellationToken cancellationToken)
    {
        All.Add(("entered", happened.Key, happened.CustomerId, happened.Reason));
        return Task.CompletedTask;
    }

    public Task HandleAsync(SegmentLeft happened, CrmDelivery delivery, CancellationToken cancellationToken)
    {
        All.Add(("left", happened.Key, happened.CustomerId, happened.Reason));
        return Task.CompletedTask;
    }
}

internal static class SeenStaysExtensions
{
    public static void AddSeen(this IServiceCollection services, SeenStays seen)
    {
        services.AddSingleton<ICrmEventHandler<SegmentEntered>>(seen);
        services.AddSingleton<ICrmEventHandler<SegmentLeft>>(seen);
    }
}
