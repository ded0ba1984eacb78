using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Knowledge;

/// <summary>Says that scheduled items are published and that items have expired.</summary>
internal sealed class KnowledgeDue(KnowledgeOptions options) : IDueWork
{
    public string Actor => "knowledge-due";

    public string Reason => "The instant that was set for it has come.";

    public int BatchSize => options.BatchSize;

    public async Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken)
    {
        if (!db.Maps(CrmAreas.Knowledge))
        {
            return [];
        }

        var found = new HashSet<string?>(await DueTenants.OfAsync<KnowledgeItem>(db, all => KnowledgeStore.Appearing(all, now), cancellationToken).ConfigureAwait(false));
        found.UnionWith(await DueTenants.OfAsync<KnowledgeItem>(db, all => KnowledgeStore.Expired(all, now), cancellationToken).ConfigureAwait(false));
        return [.. found.Order(StringComparer.Ordinal)];
    }

    public async Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken) => await services.SaveAsync(
        await services.GetRequiredService<KnowledgePublishing>().DoDueAsync(BatchSize, cancellationToken).ConfigureAwait(false), d => d.Count, cancellationToken).ConfigureAwait(false);
}
