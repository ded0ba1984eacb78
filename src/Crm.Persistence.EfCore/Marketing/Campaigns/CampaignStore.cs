using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class CampaignStore(CrmDb crm) : ICampaignStore
{
    private CrmDb Db => crm.For(CrmAreas.Marketing);

    public async Task<Campaign?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (Db.Context.ChangeTracker.Entries<Campaign>().Select(e => e.Entity).FirstOrDefault(c => c.Key == key) is { } tracked)
        {
            return tracked;
        }

        var stored = StorableText.Of(key);
        return await Db.LoadAsync<Campaign>(c => c.Key == stored, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Campaign?> FindAsync(CampaignId id, CancellationToken cancellationToken) => await Db.LoadAsync<Campaign, CampaignId>(id, cancellationToken).ConfigureAwait(false);

    public void Add(Campaign campaign) => Db.Context.Add(campaign);
}
