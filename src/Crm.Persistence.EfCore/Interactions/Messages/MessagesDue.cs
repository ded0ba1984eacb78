using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Interactions;

/// <summary>Hands on messages whose turn has come.</summary>
internal sealed class MessagesDue : IDueWork
{
    public string Actor => "message-deliveries";

    public string Reason => "The message is due.";

    public int BatchSize => 100;

    public Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken) =>
        DueTenants.OfAsync<OutboundMessage>(db, all => all.Where(m => m.DueAt <= now), cancellationToken);

    public async Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken) => await services.SaveAsync(
        await services.GetRequiredService<MessageDeliveries>().ReleaseDueAsync(BatchSize, cancellationToken).ConfigureAwait(false), released => released, cancellationToken).ConfigureAwait(false);
}
