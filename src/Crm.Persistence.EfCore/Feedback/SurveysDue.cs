using Crm.Domain.Feedback;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Feedback;

/// <summary>Reminds customers of surveys, and ends invitations whose time is over.</summary>
internal sealed class SurveysDue : IDueWork
{
    public string Actor => "surveys";

    public string Reason => "The reminder or the end of the invitation is due.";

    public int BatchSize => 100;

    public Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken) => db.Maps(CrmAreas.Feedback)
        ? DueTenants.OfAsync<SurveyInvitation>(db, all => all.Where(i => i.DueAt <= now), cancellationToken)
        : Task.FromResult<IReadOnlyCollection<string?>>([]);

    public async Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken) => await services.SaveAsync(
        await services.GetRequiredService<SurveyReminders>().RunAsync(BatchSize, cancellationToken).ConfigureAwait(false), due => due.Count, cancellationToken).ConfigureAwait(false);
}
