using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class LeadOfferingStore(CrmDb crm) : ILeadOfferingStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Partners);

    private DbSet<LeadOffering> Set => _db.Context.Set<LeadOffering>();

    public async Task<LeadOffering?> FindAsync(LeadId leadId, CancellationToken cancellationToken) =>
        Set.Local.FirstOrDefault(o => o.LeadId == leadId) ?? await _db.LoadAsync<LeadOffering>(o => o.LeadId == leadId, cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<LeadOffering>> DueAsync(Instant now, int take, CancellationToken cancellationToken)
    {
        var ids = await Set.IgnoreAutoIncludes().Where(o => o.DueAt <= now).OrderBy(o => o.DueAt).ThenBy(o => o.Id).Select(o => o.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
        var found = ids.Count == 0 ? [] : await Set.AsSplitQuery().Where(o => ids.Contains(o.Id)).OrderBy(o => o.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.Where(o => o.DueAt <= now).OrderBy(o => o.DueAt)];
    }

    public async Task<Page<LeadOffering>> OfPartnerAsync(PartnerId partnerId, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Set.IgnoreAutoIncludes().AsNoTracking().Where(o => o.PartnerId == partnerId);
        if (page.After is { } after)
        {
            var (at, id) = (after.At, LeadOfferingId.From(after.Id));
            query = query.Where(o => o.BegunAt <= at && (o.BegunAt < at || o.Id < id));
        }

        var rows = await query.OrderByDescending(o => o.BegunAt).ThenByDescending(o => o.Id).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, o => new PageKey(o.BegunAt, o.Id.Value));
    }

    public void Add(LeadOffering offering) => _db.Context.Add(offering);
}
