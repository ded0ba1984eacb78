using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Knowledge;

/// <summary>Looks at sessions that are over for what helped.</summary>
internal sealed class SessionsDue : IDueWork
{
    public string Actor => "knowledge-sessions";

    public string Reason => "The reader's time to file a case is over.";

    public int BatchSize => 200;

    public async Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken) => db.Maps(CrmAreas.Knowledge)
        ? await DueTenants.OfAsync<KnowledgeSession>(db, all => all.Where(s => s.SettledAt == null && s.CaseUntil <= now), cancellationToken).ConfigureAwait(false)
        : [];

    public async Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken) => await services.SaveAsync(
        await services.GetRequiredService<KnowledgeLearning>().SettleAsync(BatchSize, cancellationToken).ConfigureAwait(false), s => s, cancellationToken).ConfigureAwait(false);
}
