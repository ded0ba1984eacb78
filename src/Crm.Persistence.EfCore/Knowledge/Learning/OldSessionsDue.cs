using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Knowledge;

/// <summary>Lets go of sessions whose time is over.</summary>
internal sealed class OldSessionsDue(KnowledgeReadingOptions options) : IDueWork
{
    public string Actor => "knowledge-retention";

    public string Reason => "Sessions of readers are kept for as long as the options say.";

    public int BatchSize => 200;

    public async Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken)
    {
        var before = now - Duration.FromDays(options.KeepDays);
        return db.Maps(CrmAreas.Knowledge) ? await DueTenants.OfAsync<KnowledgeSession>(db, all => all.Where(s => s.LastAt < before), cancellationToken).ConfigureAwait(false) : [];
    }

    public Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<KnowledgeLearning>().ForgetOldAsync(BatchSize, cancellationToken);
}
