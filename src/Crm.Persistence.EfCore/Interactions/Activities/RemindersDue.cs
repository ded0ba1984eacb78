using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Interactions;

/// <summary>Raises reminders of activities when they are due.</summary>
internal sealed class RemindersDue : IDueWork
{
    public string Actor => "activity-reminders";

    public string Reason => "The reminder is due.";

    public int BatchSize => 100;

    public Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken) =>
        DueTenants.OfAsync<Activity>(db, all => all.Where(a => a.NextReminderAt <= now), cancellationToken);

    public async Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken) => await services.SaveAsync(
        await services.GetRequiredService<ActivityReminders>().RaiseDueAsync(BatchSize, cancellationToken).ConfigureAwait(false), raised => raised.Count, cancellationToken).ConfigureAwait(false);
}
