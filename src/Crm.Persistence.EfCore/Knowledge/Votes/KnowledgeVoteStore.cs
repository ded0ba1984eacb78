using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeVoteStore(CrmDb crm) : IKnowledgeVoteStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Knowledge);

    private DbSet<KnowledgeVote> Votes => _db.Context.Set<KnowledgeVote>();

    public async Task<KnowledgeVote?> FindAsync(KnowledgeItemId item, KnowledgeReaderId reader, CancellationToken cancellationToken) =>
        Votes.Local.FirstOrDefault(v => v.KnowledgeItemId == item && v.Reader == reader)
        ?? await Votes.SingleOrDefaultAsync(v => v.KnowledgeItemId == item && v.Reader == reader, cancellationToken).ConfigureAwait(false) switch
        {
            // Withdrawn, and not saved yet.
            { } found when _db.Context.Entry(found).State == EntityState.Deleted => null,
            var found => found,
        };

    public async Task<IReadOnlyList<KnowledgeVote>> OfReaderAsync(KnowledgeReaderId reader, CancellationToken cancellationToken) =>
        await Votes.Where(v => v.Reader == reader).OrderBy(v => v.Id).ToListAsync(cancellationToken).ConfigureAwait(false);

    public void Add(KnowledgeVote vote) => _db.Context.Add(vote);

    public void Remove(KnowledgeVote vote) => _db.Context.Remove(vote);

    public async Task<IReadOnlyDictionary<KnowledgeItemId, KnowledgeVoteCount>> CountAsync(IReadOnlyCollection<KnowledgeItemId> items, CancellationToken cancellationToken)
    {
        var counts = await Votes.AsNoTracking().Where(v => items.Contains(v.KnowledgeItemId)).GroupBy(v => new { v.KnowledgeItemId, v.IsHelpful }).Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return counts.GroupBy(c => c.Key.KnowledgeItemId).ToDictionary(
            g => g.Key, g => new KnowledgeVoteCount(g.Where(c => c.Key.IsHelpful).Sum(c => c.Count), g.Where(c => !c.Key.IsHelpful).Sum(c => c.Count)));
    }
}
