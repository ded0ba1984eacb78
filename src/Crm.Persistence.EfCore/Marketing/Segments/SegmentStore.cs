using System.Globalization;
using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class SegmentStore(CrmDb crm, ExplicitRows explicitRows) : ISegmentStore
{
    private CrmDb Db => crm.For(CrmAreas.Marketing);

    private IQueryable<SegmentMembership> Stays => Db.Context.Set<SegmentMembership>();

    public async Task<Segment?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (Db.Context.ChangeTracker.Entries<Segment>().Select(e => e.Entity).FirstOrDefault(s => s.Key == key) is { } tracked)
        {
            return tracked;
        }

        var stored = StorableText.Of(key);
        return await Db.LoadAsync<Segment>(s => s.Key == stored, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyDictionary<string, string?>> InUseAsync(CancellationToken cancellationToken)
    {
        var stored = await Db.Context.Set<Segment>().AsNoTracking().AsSplitQuery().Where(s => s.ArchivedAt == null).ToListAsync(cancellationToken).ConfigureAwait(false);
        var tracked = Db.Context.ChangeTracker.Entries<Segment>().Select(e => e.Entity).ToDictionary(s => s.Key, StringComparer.Ordinal);
        return tracked.Values.Concat(stored.Where(s => !tracked.ContainsKey(s.Key))).Where(s => s.ArchivedAt is null).ToDictionary(s => s.Key, s => s.Criteria, StringComparer.Ordinal);
    }

    public void Add(Segment segment) => Db.Context.Add(segment);

    public async Task<IReadOnlyDictionary<CustomerId, SegmentMembership>> StaysAsync(string key, IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken)
    {
        await Stays.Where(m => m.SegmentKey == key && customers.Contains(m.CustomerId)).Lasting().LoadAsync(cancellationToken).ConfigureAwait(false);
        var wanted = customers.ToHashSet();
        return Db.Context.ChangeTracker.Entries<SegmentMembership>().Select(e => e.Entity).Where(m => m.SegmentKey == key && m.IsCurrent == true && wanted.Contains(m.CustomerId))
            .ToDictionary(m => m.CustomerId);
    }

    public async Task<IReadOnlySet<CustomerId>> LivingAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken)
    {
        var found = await Db.Context.Set<Customer>().IgnoreAutoIncludes().AsNoTracking().Where(c => customers.Contains(c.Id) && c.ErasedAt == null).Select(c => c.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.Concat(Db.Context.ChangeTracker.Entries<Customer>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.Id).Where(customers.Contains)).ToHashSet();
    }

    public void Add(SegmentMembership stay) => Db.Context.Add(stay);

    public async Task CarryOverAsync(MergeId mergeId, CustomerId survivorId, CustomerId absorbedId, Instant now, CancellationToken cancellationToken)
    {
        if (!crm.Maps(CrmAreas.Marketing))
        {
            return;
        }

        // The merge itself removes the lasting stays of the absorbed customer, since the survivor has one of each segment now, and brings
        // them back when it is undone. What stays of them is their history.
        var by = new SegmentChange(SegmentReason.Merge) { Note = NoteOf(mergeId) };
        var (ours, theirs) = (await CurrentAsync(survivorId, cancellationToken).ConfigureAwait(false), await CurrentAsync(absorbedId, cancellationToken).ConfigureAwait(false));
        var known = ours.Select(m => m.SegmentKey).ToHashSet(StringComparer.Ordinal);
        var carried = theirs.Where(m => !known.Contains(m.SegmentKey)).Select(m => new SegmentMembership(SegmentMembershipId.New(now), m.SegmentId, m.SegmentKey, survivorId, by, now)).ToList();
        await BulkInsert.WriteAsync(Db.Context, [.. theirs.Select(m => Ended(m, survivorId, by, now)), .. carried], cancellationToken).ConfigureAwait(false);
        await explicitRows.WriteApartAsync(
            Db.Context,
            nameof(SegmentMembership),
            [
                .. theirs.Select(m => new SegmentLeft(m.Id, m.SegmentId, m.SegmentKey, absorbedId, SegmentReason.Merge, now)),
                .. carried.Select(m => (ICrmEvent)new SegmentEntered(m.Id, m.SegmentId, m.SegmentKey, survivorId, SegmentReason.Merge, now)),
            ],
            cancellationToken).ConfigureAwait(false);
    }

    public async Task TakeBackAsync(MergeId mergeId, CancellationToken cancellationToken)
    {
        if (!crm.Maps(CrmAreas.Marketing))
        {
            return;
        }

        var note = NoteOf(mergeId);
        await Stays.Where(m => (m.EnteredBecause == SegmentReason.Merge && m.EnteredNote == note) || (m.LeftBecause == SegmentReason.Merge && m.LeftNote == note))
            .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<(IReadOnlySet<string> Survivor, IReadOnlySet<string> Absorbed)> OfBothAsync(CustomerId survivorId, CustomerId absorbedId, CancellationToken cancellationToken) =>
        crm.Maps(CrmAreas.Marketing)
            ? ((await CurrentAsync(survivorId, cancellationToken).ConfigureAwait(false)).Select(m => m.SegmentKey).ToHashSet(StringComparer.Ordinal),
                (await CurrentAsync(absorbedId, cancellationToken).ConfigureAwait(false)).Select(m => m.SegmentKey).ToHashSet(StringComparer.Ordinal))
            : (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));

    private static SegmentMembership Ended(SegmentMembership stay, CustomerId customerId, SegmentChange by, Instant now)
    {
        var entry = new SegmentChange(stay.EnteredBecause) { Number = stay.EnteredNumber, By = stay.EnteredBy, Note = stay.EnteredNote };
        var ended = new SegmentMembership(SegmentMembershipId.New(now), stay.SegmentId, stay.SegmentKey, customerId, entry, stay.EnteredAt);
        ended.Leave(by, now);
        return ended;
    }

    private static string NoteOf(MergeId mergeId) => mergeId.Value.ToString("D", CultureInfo.InvariantCulture);

    private Task<List<SegmentMembership>> CurrentAsync(CustomerId id, CancellationToken cancellationToken) =>
        Stays.AsNoTracking().Where(m => m.CustomerId == id).Lasting().OrderBy(m => m.SegmentKey).ToListAsync(cancellationToken);
}
