using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class RecordShareStore(CrmDb crm) : IRecordShareStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Partners);

    private DbSet<RecordShare> Set => _db.Context.Set<RecordShare>();

    public Task<RecordShare?> FindAsync(RecordShareId id, CancellationToken cancellationToken) => _db.LoadAsync<RecordShare, RecordShareId>(id, cancellationToken);

    public async Task<RecordShare?> FindOpenAsync(PartnerId partnerId, SubjectReference subject, Instant now, CancellationToken cancellationToken)
    {
        var (kind, key) = (StorableText.Of(subject.Kind), subject.Id);
        var found = await Set.AsSplitQuery().Where(s => s.SubjectId == key && s.SubjectKind == kind && s.PartnerId == partnerId && s.RevokedAt == null).OrderBy(s => s.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.Where(s => s.IsOpenAt(now)).MaxBy(s => s.Access);
    }

    public async Task<IReadOnlyList<RecordShare>> OfRecordAsync(SubjectReference subject, CancellationToken cancellationToken)
    {
        var (kind, key) = (StorableText.Of(subject.Kind), subject.Id);
        return await Set.AsNoTracking().AsSplitQuery().Where(s => s.SubjectId == key && s.SubjectKind == kind).OrderByDescending(s => s.From).ThenByDescending(s => s.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<Page<RecordShare>> OpenToAsync(PartnerId partnerId, Instant now, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Set.IgnoreAutoIncludes().AsNoTracking().Where(s => s.PartnerId == partnerId && s.RevokedAt == null && (s.Until == null || s.Until > now));
        if (page.After is { } after)
        {
            var (at, id) = (after.At, RecordShareId.From(after.Id));
            query = query.Where(s => s.From <= at && (s.From < at || s.Id < id));
        }

        var rows = await query.OrderByDescending(s => s.From).ThenByDescending(s => s.Id).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, s => new PageKey(s.From, s.Id.Value));
    }

    public void Add(RecordShare share) => _db.Context.Add(share);
}
