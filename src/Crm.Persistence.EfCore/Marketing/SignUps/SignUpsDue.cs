using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

/// <summary>Ends sign-ups that were not confirmed in time.</summary>
internal sealed class SignUpsDue : IDueWork
{
    public string Actor => "sign-ups";

    public string Reason => "The sign-up was not confirmed in time.";

    public int BatchSize => 100;

    public Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken) => db.Maps(CrmAreas.Marketing)
        ? DueTenants.OfAsync<SignUp>(db, all => all.Where(s => s.DueAt <= now), cancellationToken)
        : Task.FromResult<IReadOnlyCollection<string?>>([]);

    public async Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken) => await services.SaveAsync(
        await services.GetRequiredService<SignUpForms>().ExpireAsync(BatchSize, cancellationToken).ConfigureAwait(false), due => due, cancellationToken).ConfigureAwait(false);
}
