using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Querying;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeStore(CrmDb crm) : IKnowledgeStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Knowledge);

    public Task<KnowledgeItem?> FindAsync(KnowledgeItemId id, CancellationToken cancellationToken) => _db.LoadAsync<KnowledgeItem, KnowledgeItemId>(id, cancellationToken);

    public void Add(KnowledgeItem item) => _db.Context.Add(item);
}
