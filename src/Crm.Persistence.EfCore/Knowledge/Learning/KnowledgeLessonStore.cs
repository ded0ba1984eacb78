using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeLessonStore(CrmDb crm) : IKnowledgeLessonStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Knowledge);

    private DbSet<KnowledgeLessonRow> Lessons => _db.Context.Set<KnowledgeLessonRow>();

    public async Task AskAsync(IReadOnlyCollection<KnowledgeItemId> items, Instant dueAt, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return;
        }

        var noted = await Lessons.AsNoTracking().Where(l => items.Contains(l.KnowledgeItemId) && l.DueAt <= dueAt).Select(l => l.KnowledgeItemId).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        var all = noted.Concat(Lessons.Local.Where(l => l.DueAt <= dueAt).Select(l => l.KnowledgeItemId)).ToHashSet();
        foreach (var item in items.Where(all.Add))
        {
            Lessons.Add(new KnowledgeLessonRow { Id = Version7.Create(dueAt), KnowledgeItemId = item, DueAt = dueAt });
        }
    }

    public async Task<IReadOnlyList<KnowledgeItemId>> DueAsync(Instant now, int take, CancellationToken cancellationToken)
    {
        var due = await Lessons.AsNoTracking().Where(l => l.DueAt <= now).OrderBy(l => l.DueAt).ThenBy(l => l.Id).Select(l => l.KnowledgeItemId).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. due.Distinct()];
    }

    public Task DoneAsync(IReadOnlyCollection<KnowledgeItemId> items, Instant now, CancellationToken cancellationToken)
    {
        foreach (var done in Lessons.Local.Where(l => l.DueAt <= now && items.Contains(l.KnowledgeItemId)).ToList())
        {
            _db.Context.Entry(done).State = EntityState.Detached;
        }

        return Lessons.Where(l => l.DueAt <= now && items.Contains(l.KnowledgeItemId)).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<AskedEvidence>> EvidenceAsync(IReadOnlyCollection<KnowledgeItemId> items, CancellationToken cancellationToken) =>
        await (from reading in _db.Context.Set<ItemReading>().AsNoTracking()
               where items.Contains(reading.KnowledgeItemId) && reading.HelpedAt != null && reading.QuestionId != null
               join document in _db.Context.Set<KnowledgeSearchDocument>().AsNoTracking() on reading.KnowledgeItemId equals document.ItemId
               join used in _db.Context.Set<QuestionWord>().AsNoTracking() on reading.QuestionId equals (Guid?)used.QuestionId
               join word in _db.Context.Set<KnowledgeWord>().AsNoTracking() on used.Word equals word.Word
               where word.Language == document.Language
               select new AskedEvidence(reading.KnowledgeItemId, reading.Reader, used.QuestionId, word.Term, reading.HelpedAt!.Value))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
}
