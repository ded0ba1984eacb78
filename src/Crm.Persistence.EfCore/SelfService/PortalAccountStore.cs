using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.SelfService;

// Sending messages asks for it whether the portal is in use or not.
internal sealed class PortalAccountStore(CrmDb crm) : IPortalAccountStore
{
    private CrmDb Db => crm.For(CrmAreas.SelfService);

    private DbSet<PortalAccount> Set => Db.Context.Set<PortalAccount>();

    public async Task<PortalAccount?> FindAsync(PortalAccountId id, CancellationToken cancellationToken) =>
        crm.Maps(CrmAreas.SelfService) ? await Db.LoadAsync<PortalAccount, PortalAccountId>(id, cancellationToken).ConfigureAwait(false) : null;

    public Task<PortalAccount?> FindByTokenAsync(string tokenHash, CancellationToken cancellationToken) =>
        Set.SingleOrDefaultAsync(a => EF.Property<string?>(a, PortalAccountConfiguration.TokenHash) == tokenHash, cancellationToken);

    public Task<PortalAccount?> FindByEmailAsync(string emailKey, CancellationToken cancellationToken) => Set.SingleOrDefaultAsync(a => a.EmailKey == emailKey, cancellationToken);

    public Task<PortalAccount?> FindByIdentityAsync(string issuer, string subject, CancellationToken cancellationToken)
    {
        var (by, who) = (StorableText.Of(issuer), StorableText.Of(subject));
        return Set.SingleOrDefaultAsync(a => a.Issuer == by && a.Subject == who, cancellationToken);
    }

    // Made distinct here: asked of SQLite, it would walk all customers of the tenant in their order.
    public async Task<IReadOnlyList<CustomerId>> CustomersOfAsync(CustomerId organisationId, CancellationToken cancellationToken)
    {
        var all = await Set.Where(a => a.OrganisationId == organisationId && a.AcceptedAt != null && a.Status != PortalAccountStatus.Closed)
            .Select(a => a.CustomerId).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. all.Distinct()];
    }

    public async Task<Page<PortalAccountView>> ListAsync(PortalAccountCriteria criteria, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Set.AsNoTracking();
        query = criteria.CustomerId is { } customer ? query.Where(a => a.CustomerId == customer) : query;
        query = criteria.OrganisationId is { } organisation ? query.Where(a => a.OrganisationId == organisation) : query;
        query = criteria.Status is { } status ? query.Where(a => a.Status == status) : query;
        if (page.After is { } after)
        {
            var (at, id) = (after.At, PortalAccountId.From(after.Id));
            query = query.Where(a => a.CreatedAt <= at && (a.CreatedAt < at || a.Id < id));
        }

        var rows = await query.OrderByDescending(a => a.CreatedAt).ThenByDescending(a => a.Id).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(PortalAccountView.Of).ToPage(page, a => new PageKey(a.CreatedAt, a.Id.Value));
    }

    public void Add(PortalAccount account) => Db.Context.Add(account);
}
