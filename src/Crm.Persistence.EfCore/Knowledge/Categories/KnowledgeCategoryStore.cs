using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeCategoryStore(CrmDb crm) : IKnowledgeCategoryStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Knowledge);

    public async Task<IReadOnlyList<KnowledgeCategory>> AllAsync(CancellationToken cancellationToken)
    {
        var context = _db.Context;
        var stored = await context.Set<KnowledgeCategory>().Where(c => c.RemovedAt == null).OrderBy(c => c.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        var added = context.ChangeTracker.Entries<KnowledgeCategory>().Where(e => e.State == EntityState.Added).Select(e => e.Entity);
        return [.. stored.Concat(added).Where(c => c.RemovedAt is null)];
    }

    public async Task<IReadOnlyCollection<KnowledgeCategoryId>> BelowAsync(KnowledgeCategoryId id, CancellationToken cancellationToken)
    {
        var all = await _db.Context.Set<KnowledgeCategory>().AsNoTracking().Where(c => c.ParentId != null).Select(c => new { c.Id, Parent = c.ParentId!.Value }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var children = all.ToLookup(c => c.Parent, c => c.Id);
        var (found, next) = (new HashSet<KnowledgeCategoryId> { id }, new Stack<KnowledgeCategoryId>([id]));
        while (next.TryPop(out var at))
        {
            foreach (var child in children[at].Where(found.Add))
            {
                next.Push(child);
            }
        }

        return found;
    }

    public async Task<IReadOnlyDictionary<KnowledgeCategoryId, int>> CountAsync(IReadOnlyList<Audience> audiences, Instant now, CancellationToken cancellationToken) =>
        await KnowledgeQueries.Published(_db, audiences, now)
            .SelectMany(i => i.Categories)
            .GroupBy(c => c.CategoryId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken).ConfigureAwait(false);

    public async Task<bool> HasItemsAsync(KnowledgeCategoryId id, CancellationToken cancellationToken) =>
        _db.Context.Set<KnowledgeItem>().Local.Any(i => i.Categories.Any(c => c.CategoryId == id))
        || await _db.Context.Set<KnowledgeItemCategory>().AnyAsync(c => c.CategoryId == id, cancellationToken).ConfigureAwait(false);

    public void Add(KnowledgeCategory category) => _db.Context.Add(category);
}
