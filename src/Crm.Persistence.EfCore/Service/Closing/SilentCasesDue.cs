using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

/// <summary>Closes cases whose customers are silent for as long as the options say.</summary>
internal sealed class SilentCasesDue(CaseClosingOptions options) : IDueWork
{
    public string Actor => "case-closing";

    public string Reason => "The customer was silent for as long as the options say.";

    public int BatchSize => options.BatchSize;

    public async Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken)
    {
        var found = new HashSet<string?>();
        foreach (var (status, days) in db.Maps(CrmAreas.Service) ? options.SilentDays : Enumerable.Empty<KeyValuePair<CaseStatus, int>>())
        {
            var before = now - Duration.FromDays(days);
            found.UnionWith(await DueTenants.OfAsync<ServiceCase>(db, all => all.Where(c => c.Status == status && c.SilentSince != null && c.SilentSince <= before), cancellationToken)
                .ConfigureAwait(false));
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    public async Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken) => await services.SaveAsync(
        await services.GetRequiredService<CaseClosing>().CloseSilentAsync(BatchSize, cancellationToken).ConfigureAwait(false), closed => closed.Count, cancellationToken).ConfigureAwait(false);
}
