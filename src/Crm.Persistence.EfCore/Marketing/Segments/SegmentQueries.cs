using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class SegmentQueries(CrmDb crm) : ISegmentQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Marketing);

    private IQueryable<SegmentMembership> Stays => _db.Context.Set<SegmentMembership>().AsNoTracking();

    /// <summary>The segments that a customer is in.</summary>
    public static async Task<IReadOnlyList<SegmentStay>> CurrentAsync(CrmDb db, CustomerId id, CancellationToken cancellationToken) =>
        await ToStays(db, db.Context.Set<SegmentMembership>().AsNoTracking().Where(m => m.CustomerId == id).Lasting())
            .ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<SegmentSummary>> ListAsync(bool includeArchived, CancellationToken cancellationToken) =>
        await SummariesAsync(_db.Context.Set<Segment>().Where(s => includeArchived || s.ArchivedAt == null), cancellationToken).ConfigureAwait(false);

    public async Task<SegmentDetails?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(key);
        var segment = await _db.Context.Set<Segment>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(s => s.Key == stored, cancellationToken).ConfigureAwait(false);
        return segment is null ? null
            : new(
                (await SummariesAsync(_db.Context.Set<Segment>().Where(s => s.Id == segment.Id), cancellationToken).ConfigureAwait(false))[0],
                segment.AnnouncesMembers,
                [.. segment.Versions.OrderByDescending(v => v.Number).Select(v => new SegmentCriteriaVersion(v.Number, v.Criteria, v.At, v.ActorName))]);
    }

    public async Task<Page<SegmentMember>> MembersAsync(string key, PageRequest page, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(key);
        var stays = Stays.Where(m => m.SegmentKey == stored).Lasting();
        if (page.After is { } after)
        {
            var last = CustomerId.From(after.Id);
            stays = stays.Where(m => m.CustomerId > last);
        }

        var found = await stays.OrderBy(m => m.CustomerId).Take(page.Take + 1)
            .Join(_db.Context.Set<Customer>().IgnoreAutoIncludes(), m => m.CustomerId, c => c.Id, (m, c) => new { Stay = m, c.DisplayName })
            .OrderBy(r => r.Stay.CustomerId)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.ConvertAll(r => new SegmentMember(
            r.Stay.CustomerId, r.DisplayName, r.Stay.EnteredAt, r.Stay.EnteredBecause, r.Stay.EnteredNumber, r.Stay.EnteredBy, r.Stay.EnteredNote))
            .ToPage(page, m => new PageKey(m.EnteredAt, m.CustomerId.Value));
    }

    public async Task<Page<SegmentStay>> HistoryAsync(CustomerId customerId, PageRequest page, CancellationToken cancellationToken)
    {
        var stays = Stays.Where(m => m.CustomerId == customerId);
        if (page.After is { } after)
        {
            var id = SegmentMembershipId.From(after.Id);
            stays = stays.Where(m => m.EnteredAt <= after.At && (m.EnteredAt < after.At || m.Id < id));
        }

        var found = await ToStays(_db, stays.OrderByDescending(m => m.EnteredAt).ThenByDescending(m => m.Id).Take(page.Take + 1)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.ToPage(page, s => new PageKey(s.EnteredAt, s.Id.Value));
    }

    public async Task<Page<SegmentRunSummary>> RunsAsync(string key, PageRequest page, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(key);
        if (await _db.Context.Set<Segment>().Where(s => s.Key == stored).Select(s => (SegmentId?)s.Id).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false) is not { } segment)
        {
            return new([], null);
        }

        var runs = _db.Context.Set<SegmentRun>().AsNoTracking().Where(r => r.SegmentId == segment);
        if (page.After is { } after)
        {
            var id = SegmentRunId.From(after.Id);
            runs = runs.Where(r => r.Moment <= after.At && (r.Moment < after.At || r.Id < id));
        }

        var found = await runs.OrderByDescending(r => r.Moment).ThenByDescending(r => r.Id).Take(page.Take + 1)
            .Select(r => new SegmentRunSummary(r.Id, r.Moment, r.Number, r.Mode, r.Asked, r.Entered, r.Left)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.ToPage(page, r => new PageKey(r.Moment, r.Id.Value));
    }

    private static IQueryable<SegmentStay> ToStays(CrmDb db, IQueryable<SegmentMembership> stays) =>
        from m in stays
        join s in db.Context.Set<Segment>().IgnoreAutoIncludes() on m.SegmentKey equals s.Key
        orderby m.EnteredAt descending, m.Id descending
        select new SegmentStay(m.Id, m.SegmentKey, s.Name, m.EnteredAt, m.EnteredBecause)
        {
            EnteredNumber = m.EnteredNumber, EnteredBy = m.EnteredBy, EnteredNote = m.EnteredNote,
            LeftAt = m.LeftAt, LeftBecause = m.LeftBecause, LeftNumber = m.LeftNumber, LeftBy = m.LeftBy, LeftNote = m.LeftNote,
        };

    private async Task<IReadOnlyList<SegmentSummary>> SummariesAsync(IQueryable<Segment> segments, CancellationToken cancellationToken)
    {
        var (progress, lasting) = (_db.Context.Set<SegmentProgress>(), _db.Context.Set<SegmentMembership>().Lasting());
        var found = await segments.IgnoreAutoIncludes().AsNoTracking().OrderBy(s => s.Key).Select(s => new
        {
            s.Id, s.Key, s.Name, s.Description, s.Kind, s.Number, s.Epoch, s.CreatedAt, s.ArchivedAt,
            Members = lasting.Count(m => m.SegmentKey == s.Key),
            Progress = progress.Where(p => p.SegmentId == s.Id).FirstOrDefault(),
        }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. found.Select(s => new SegmentSummary(s.Id, s.Key, s.Name, s.Description, s.Kind, s.Number, s.Members, s.CreatedAt, s.ArchivedAt)
            {
                RefreshedAt = s.Progress is { Problem: null } done && done.Epoch == s.Epoch ? done.Moment : null,
                Problem = s.Progress?.Problem,
            }),
        ];
    }
}
