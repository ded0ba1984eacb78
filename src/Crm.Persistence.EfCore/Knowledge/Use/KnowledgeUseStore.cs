using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeUseStore(CrmDb crm) : IKnowledgeUseStore
{
    private static readonly KnowledgeUseKind[] s_reuses = [KnowledgeUseKind.Used, KnowledgeUseKind.Cited];

    private readonly CrmDb _db = crm.For(CrmAreas.Knowledge);

    private DbSet<KnowledgeUse> Uses => _db.Context.Set<KnowledgeUse>();

    private IQueryable<KnowledgeItem> Items => _db.Context.Set<KnowledgeItem>().IgnoreAutoIncludes().AsNoTracking();

    public async Task<KnowledgeUse?> FindAsync(KnowledgeItemId item, SubjectReference subject, KnowledgeUseKind kind, CancellationToken cancellationToken)
    {
        var (subjectKind, subjectId) = (subject.Kind, subject.Id);
        return Uses.Local.FirstOrDefault(u => u.KnowledgeItemId == item && u.SubjectId == subjectId && u.SubjectKind == subjectKind && u.Kind == kind)
            ?? await Uses.SingleOrDefaultAsync(u => u.KnowledgeItemId == item && u.SubjectId == subjectId && u.SubjectKind == subjectKind && u.Kind == kind, cancellationToken).ConfigureAwait(false) switch
            {
                // Taken back, and not saved yet.
                { } found when _db.Context.Entry(found).State == EntityState.Deleted => null,
                var found => found,
            };
    }

    public async Task<bool> IsReusedAsync(KnowledgeItemId item, SubjectReference subject, CancellationToken cancellationToken)
    {
        var (subjectKind, subjectId) = (subject.Kind, subject.Id);
        return Uses.Local.Any(u => u.KnowledgeItemId == item && u.SubjectId == subjectId && u.SubjectKind == subjectKind && s_reuses.Contains(u.Kind))
            || await Uses.AsNoTracking().AnyAsync(u => u.KnowledgeItemId == item && u.SubjectId == subjectId && u.SubjectKind == subjectKind && s_reuses.Contains(u.Kind), cancellationToken)
                .ConfigureAwait(false);
    }

    public void Add(KnowledgeUse use) => _db.Context.Add(use);

    public void Remove(KnowledgeUse use) => _db.Context.Remove(use);

    public async Task<IReadOnlyList<KnowledgeUseSummary>> OfSubjectsAsync(IReadOnlyCollection<SubjectReference> subjects, CancellationToken cancellationToken)
    {
        var (kind, ids) = (subjects.First().Kind, subjects.Select(s => s.Id).ToList());

        // Titles apart: a database that knows of few items would go through them all for a join.
        var rows = await Uses.AsNoTracking().Where(u => u.SubjectKind == kind && ids.Contains(u.SubjectId)).OrderBy(u => u.At).ThenBy(u => u.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var titles = rows.Count > 0 ? await TitlesAsync([.. rows.Select(u => u.KnowledgeItemId).Distinct()], cancellationToken).ConfigureAwait(false) : new Dictionary<KnowledgeItemId, string>();
        return [.. rows.Where(u => titles.ContainsKey(u.KnowledgeItemId)).Select(u => Summary(u, titles[u.KnowledgeItemId]))];
    }

    public async Task<Page<KnowledgeUseSummary>> OfItemAsync(KnowledgeItemId item, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Uses.AsNoTracking().Where(u => u.KnowledgeItemId == item);
        if (page.After is { } after)
        {
            var (at, id) = (after.At, KnowledgeUseId.From(after.Id));
            query = query.Where(u => u.At <= at && (u.At < at || u.Id < id));
        }

        var rows = await query.OrderByDescending(u => u.At).ThenByDescending(u => u.Id).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        var titles = rows.Count > 0 ? await TitlesAsync([item], cancellationToken).ConfigureAwait(false) : new Dictionary<KnowledgeItemId, string>();
        var found = rows.ToPage(page, u => new PageKey(u.At, u.Id.Value));
        return new Page<KnowledgeUseSummary>([.. found.Items.Select(u => Summary(u, titles.GetValueOrDefault(item, string.Empty)))], found.Next);
    }

    public async Task<IReadOnlyDictionary<KnowledgeItemId, KnowledgeReuse>> ReuseAsync(IReadOnlyCollection<KnowledgeItemId> items, CancellationToken cancellationToken)
    {
        var records = await Uses.AsNoTracking().Where(u => items.Contains(u.KnowledgeItemId) && s_reuses.Contains(u.Kind))
            .GroupBy(u => new { u.KnowledgeItemId, u.SubjectKind, u.SubjectId }).Select(g => new { g.Key.KnowledgeItemId, LastAt = g.Max(u => u.At) })
            .GroupBy(r => r.KnowledgeItemId).Select(g => new { g.Key, Count = g.Count(), LastAt = g.Max(r => r.LastAt) })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return records.ToDictionary(r => r.Key, r => new KnowledgeReuse(r.Count, r.LastAt));
    }

    public async Task<IReadOnlyDictionary<KnowledgeItemId, string>> TitlesAsync(IReadOnlyCollection<KnowledgeItemId> items, CancellationToken cancellationToken) =>
        await Items.Where(i => items.Contains(i.Id)).Select(i => new { i.Id, i.Title }).ToDictionaryAsync(i => i.Id, i => i.Title, cancellationToken).ConfigureAwait(false);

    private static KnowledgeUseSummary Summary(KnowledgeUse use, string title) =>
        new(use.KnowledgeItemId, title, new SubjectReference(use.SubjectKind, use.SubjectId), use.Kind, use.AgentId, use.At);
}
