using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeSynonymStore(CrmDb crm) : IKnowledgeSynonymStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Knowledge);

    public async Task<KnowledgeSynonymList?> FindAsync(string language, CancellationToken cancellationToken) =>
        _db.Context.Set<KnowledgeSynonymList>().Local.FirstOrDefault(l => l.Language == language)
            ?? await _db.LoadAsync<KnowledgeSynonymList>(l => l.Language == language, cancellationToken).ConfigureAwait(false);

    public void Add(KnowledgeSynonymList list) => _db.Context.Add(list);
}
