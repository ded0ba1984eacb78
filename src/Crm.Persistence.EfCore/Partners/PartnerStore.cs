using Crm.Domain.Customers;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class PartnerStore(CrmDb crm) : IPartnerStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Partners);

    public Task<Partner?> FindAsync(PartnerId id, CancellationToken cancellationToken) => _db.LoadAsync<Partner, PartnerId>(id, cancellationToken);

    public async Task<Partner?> FindByNameAsync(string name, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(name);
        return _db.Context.Set<Partner>().Local.FirstOrDefault(p => p.Name == stored) ?? await _db.LoadAsync<Partner>(p => p.Name == stored, cancellationToken).ConfigureAwait(false);
    }

    public Task<Partner?> FindByTokenAsync(string tokenHash, CancellationToken cancellationToken) => OfAccountAsync(Accounts().Where(a => a.TokenHash == tokenHash), cancellationToken);

    public Task<Partner?> FindByPrincipalAsync(string principalId, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(principalId);
        return OfAccountAsync(Accounts().Where(a => a.PrincipalId == stored), cancellationToken);
    }

    public Task<bool> IsPartnerAsync(CustomerId customerId, CancellationToken cancellationToken) =>
        Partners().AnyAsync(p => p.CustomerId == customerId && p.DeactivatedAt == null, cancellationToken);

    public async Task<IReadOnlyList<Partner>> WeightedAsync(LocalDate day, CancellationToken cancellationToken) =>
        await Partners().Include(p => p.Types).Include(p => p.Areas).AsSplitQuery()
            .Where(p => p.DeactivatedAt == null && p.Weight > 0 && (p.ValidFrom == null || p.ValidFrom <= day) && (p.ValidThrough == null || p.ValidThrough >= day))
            .OrderBy(p => p.Id).ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<Page<PartnerSummary>> ListAsync(PartnerCriteria criteria, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Partners();
        query = criteria.Type is { } type ? query.Where(p => p.Types.Any(t => t.Type == type)) : query;
        query = criteria.IsActive is { } active ? query.Where(p => (p.DeactivatedAt == null) == active) : query;
        if (page.After is { } after)
        {
            var (at, id) = (after.At, PartnerId.From(after.Id));
            query = query.Where(p => p.RegisteredAt <= at && (p.RegisteredAt < at || p.Id < id));
        }

        var rows = await query.OrderByDescending(p => p.RegisteredAt).ThenByDescending(p => p.Id).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(p => new PartnerSummary(p.Id, p.Name, p.CustomerId, p.Weight, p.IsActive, p.ValidFrom, p.ValidThrough, p.RegisteredAt)).ToPage(page, p => new PageKey(p.RegisteredAt, p.Id.Value));
    }

    public void Add(Partner partner) => _db.Context.Add(partner);

    private IQueryable<Partner> Partners() => _db.Context.Set<Partner>().IgnoreAutoIncludes().AsNoTracking();

    private IQueryable<PartnerAccount> Accounts() => _db.Context.Set<PartnerAccount>().AsNoTracking();

    private async Task<Partner?> OfAccountAsync(IQueryable<PartnerAccount> accounts, CancellationToken cancellationToken)
    {
        var ids = await accounts.Select(a => EF.Property<PartnerId>(a, PartnerConfiguration.Root)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return ids is [var id] ? await FindAsync(id, cancellationToken).ConfigureAwait(false) : null;
    }
}
