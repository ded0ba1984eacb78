using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeVersionQueries(CrmDb crm) : IKnowledgeVersionQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Knowledge);

    public async Task<IReadOnlyList<KnowledgeVersionSummary>> ListAsync(KnowledgeItemId id, int? before, int take, CancellationToken cancellationToken) =>
        await Of(id).Where(v => before == null || v.Number < before)
            .OrderByDescending(v => v.Number)
            .Take(take)
            .Select(v => new KnowledgeVersionSummary(v.Number, v.Content.Title, v.ActorId, v.Note, v.At))
            .ToListAsync(cancellationToken).ConfigureAwait(false);

    public Task<KnowledgeVersion?> FindAsync(KnowledgeItemId id, int number, CancellationToken cancellationToken) =>
        Of(id).SingleOrDefaultAsync(v => v.Number == number, cancellationToken);

    private IQueryable<KnowledgeVersion> Of(KnowledgeItemId id) =>
        _db.Context.Set<KnowledgeVersion>().AsNoTracking().Where(v => EF.Property<KnowledgeItemId>(v, KnowledgeVersionConfiguration.Root) == id);
}
