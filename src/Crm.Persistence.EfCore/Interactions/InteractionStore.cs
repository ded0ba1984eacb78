using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Querying;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class InteractionStore(CrmDb db) : IInteractionStore
{
    public Task<Interaction?> FindAsync(InteractionId id, CancellationToken cancellationToken) =>
        db.LoadAsync<Interaction, InteractionId>(id, cancellationToken);

    public Task<Interaction?> FindByExternalIdAsync(ChannelKey channel, string externalId, CancellationToken cancellationToken) =>
        db.LoadAsync<Interaction>(i => i.Channel == channel && i.ExternalId == externalId, cancellationToken);

    public void Add(Interaction interaction) => db.Context.Add(interaction);
}
