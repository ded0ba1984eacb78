using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Knowledge;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeSessionStore(CrmDb crm) : IKnowledgeSessionStore
{
    private const int MostReadings = 1_000;

    private readonly CrmDb _db = crm.For(CrmAreas.Knowledge);

    private DbSet<KnowledgeSession> Sessions => _db.Context.Set<KnowledgeSession>();

    public async Task<KnowledgeSession?> CurrentAsync(KnowledgeReaderId reader, Instant activeSince, CancellationToken cancellationToken) =>
        Sessions.Local.Where(s => s.Reader == reader && s.LastAt >= activeSince).MaxBy(s => (s.LastAt, s.Id.Value))
        ?? await WithParts().Where(s => s.Reader == reader && s.LastAt >= activeSince).OrderByDescending(s => s.LastAt).ThenByDescending(s => s.Id)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);

    public Task<bool> IsReadableAsync(KnowledgeItemId item, IReadOnlyList<Audience> audiences, Instant now, CancellationToken cancellationToken) =>
        KnowledgeQueries.Published(_db, audiences, now).AnyAsync(i => i.Id == item, cancellationToken);

    public void Add(KnowledgeSession session) => _db.Context.Add(session);

    public void Add(KnowledgeWord word) => _db.Context.Add(word);

    public async Task<IReadOnlySet<Guid>> KnownAsync(IReadOnlyCollection<Guid> words, CancellationToken cancellationToken)
    {
        var known = await _db.Context.Set<KnowledgeWord>().AsNoTracking().Where(w => words.Contains(w.Word)).Select(w => w.Word).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        return known.Concat(_db.Context.Set<KnowledgeWord>().Local.Select(w => w.Word)).ToHashSet();
    }

    public async Task<IReadOnlyDictionary<Guid, int>> OtherReadersAsync(IReadOnlyCollection<Guid> words, KnowledgeReaderId reader, CancellationToken cancellationToken)
    {
        // Words that are not known yet have few readers, whatever they are.
        var used = await _db.Context.Set<QuestionWord>().AsNoTracking().Where(w => words.Contains(w.Word) && w.Reader != reader).Select(w => new { w.Word, w.Reader }).Distinct()
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return used.CountBy(u => u.Word).ToDictionary();
    }

    public async Task<int> ClaimAsync(KnowledgeReaderId guest, KnowledgeReaderId reader, ActorKind kind, CustomerId? customerId, CancellationToken cancellationToken)
    {
        var context = _db.Context;
        LetGo(guest);
        await context.Set<KnowledgeQuestion>().Where(q => q.Reader == guest).ExecuteUpdateAsync(u => u.SetProperty(q => q.Reader, reader), cancellationToken).ConfigureAwait(false);
        await context.Set<QuestionWord>().Where(w => w.Reader == guest).ExecuteUpdateAsync(u => u.SetProperty(w => w.Reader, reader), cancellationToken).ConfigureAwait(false);
        await context.Set<ItemReading>().Where(r => r.Reader == guest).ExecuteUpdateAsync(u => u.SetProperty(r => r.Reader, reader), cancellationToken).ConfigureAwait(false);
        return await Sessions.Where(s => s.Reader == guest).ExecuteUpdateAsync(
            u => u.SetProperty(s => s.Reader, reader).SetProperty(s => s.ReaderKind, kind).SetProperty(s => s.CustomerId, customerId), cancellationToken).ConfigureAwait(false);
    }

    public Task<int> RemoveAsync(KnowledgeReaderId reader, CancellationToken cancellationToken)
    {
        LetGo(reader);
        return Sessions.Where(s => s.Reader == reader).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<ReadItem>> RecentAsync(CustomerId customerId, Instant since, int take, CancellationToken cancellationToken)
    {
        var rows = await Sessions.AsNoTracking().Where(s => s.CustomerId == customerId).SelectMany(s => s.Readings).Where(r => r.OpenedAt >= since)
            .OrderByDescending(r => r.OpenedAt).ThenByDescending(r => r.Id).Take(MostReadings)
            .Select(r => new { r.KnowledgeItemId, r.OpenedAt, Helped = r.HelpedAt != null }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var items = rows.GroupBy(r => r.KnowledgeItemId).Take(take).ToList();
        var ids = items.ConvertAll(i => i.Key);
        var titles = await _db.Context.Set<KnowledgeItem>().IgnoreAutoIncludes().AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Title })
            .ToDictionaryAsync(i => i.Id, i => i.Title, cancellationToken).ConfigureAwait(false);
        return [.. items.Where(i => titles.ContainsKey(i.Key)).Select(i => new ReadItem(i.Key, titles[i.Key], i.Max(r => r.OpenedAt), i.Any(r => r.Helped)))];
    }

    public async Task<IReadOnlyList<KnowledgeSession>> OverAsync(Instant now, int take, CancellationToken cancellationToken) =>
        await WithParts().Where(s => s.SettledAt == null && s.CaseUntil <= now).OrderBy(s => s.CaseUntil).ThenBy(s => s.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlySet<KnowledgeSessionId>> FiledElsewhereAsync(IReadOnlyCollection<KnowledgeSessionId> ids, CancellationToken cancellationToken)
    {
        if (!_db.Maps(CrmAreas.Service))
        {
            return new HashSet<KnowledgeSessionId>();
        }

        var cases = _db.Context.Set<ServiceCase>();
        return (await Sessions.AsNoTracking().Where(s => ids.Contains(s.Id)).Where(s => cases.Any(c => c.CustomerId == s.CustomerId && c.OpenedAt >= s.StartedAt && c.OpenedAt <= s.CaseUntil))
            .Select(s => s.Id).ToListAsync(cancellationToken).ConfigureAwait(false)).ToHashSet();
    }

    public async Task<int> RemoveOldAsync(Instant before, int take, CancellationToken cancellationToken)
    {
        var old = await Sessions.AsNoTracking().Where(s => s.LastAt < before).OrderBy(s => s.LastAt).Select(s => s.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
        return old.Count == 0 ? 0 : await Sessions.Where(s => old.Contains(s.Id)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private IQueryable<KnowledgeSession> WithParts() => Sessions.AsSplitQuery().Include(s => s.Questions).Include(s => s.Readings);

    // What is changed in the database is read anew.
    private void LetGo(KnowledgeReaderId reader)
    {
        var gone = Sessions.Local.Where(s => s.Reader == reader).ToList();
        foreach (var part in gone.SelectMany(s => s.Questions.Concat<object>(s.Words).Concat(s.Readings)).Concat(gone).ToList())
        {
            _db.Context.Entry(part).State = EntityState.Detached;
        }
    }
}
