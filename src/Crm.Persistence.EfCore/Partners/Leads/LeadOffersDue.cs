using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Partners;

/// <summary>Asks the next partner about leads whose deadline has passed.</summary>
internal sealed class LeadOffersDue : IDueWork
{
    public string Actor => "lead-offers";

    public string Reason => "The partner did not answer in time.";

    public int BatchSize => 100;

    public Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken) => db.Maps(CrmAreas.Partners)
        ? DueTenants.OfAsync<LeadOffering>(db, all => all.Where(o => o.DueAt <= now), cancellationToken)
        : Task.FromResult<IReadOnlyCollection<string?>>([]);

    public async Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken) => await services.SaveAsync(
        await services.GetRequiredService<LeadOffers>().RunAsync(BatchSize, cancellationToken).ConfigureAwait(false), due => due.Count, cancellationToken).ConfigureAwait(false);
}
