using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Knowledge;

/// <summary>Tells the search what readers asked before items helped them.</summary>
internal sealed class LessonsDue : IDueWork
{
    public string Actor => "knowledge-learning";

    public string Reason => "Readers found items helpful, or what they said of them is older now.";

    public int BatchSize => 100;

    public async Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken) => db.Maps(CrmAreas.Knowledge)
        ? await DueTenants.OfAsync<KnowledgeLessonRow>(db, all => all.Where(l => l.DueAt <= now), cancellationToken).ConfigureAwait(false)
        : [];

    public Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<KnowledgeLearning>().LearnAsync(BatchSize, cancellationToken);
}
