using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class OutboundMessageStore(CrmDb db) : IOutboundMessageStore
{
    public Task<OutboundMessage?> FindAsync(OutboundMessageId id, CancellationToken cancellationToken) => db.LoadAsync<OutboundMessage, OutboundMessageId>(id, cancellationToken);

    public Task<OutboundMessage?> FindByMessageIdAsync(string messageId, CancellationToken cancellationToken)
    {
        var wanted = StorableText.Of(messageId);
        return db.LoadAsync<OutboundMessage>(m => m.MessageId == wanted, cancellationToken);
    }

    public async Task<IReadOnlyList<OutboundMessage>> DueAsync(Instant now, int take, CancellationToken cancellationToken) => await db.Context.Set<OutboundMessage>()
        .Where(m => m.DueAt <= now)
        .OrderBy(m => m.DueAt).ThenBy(m => m.Id)
        .Take(take)
        .ToListAsync(cancellationToken).ConfigureAwait(false);

    public void Add(OutboundMessage message) => db.Context.Add(message);
}
