using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class ActivityStore(CrmDb db) : IActivityStore
{
    public Task<Activity?> FindAsync(ActivityId id, CancellationToken cancellationToken) => db.LoadAsync<Activity, ActivityId>(id, cancellationToken);

    public Task<Activity?> FindOccurrenceAsync(ActivityId seriesId, Instant occurrenceAt, CancellationToken cancellationToken) =>
        db.LoadAsync<Activity>(a => a.SeriesId == seriesId && a.OccurrenceAt == occurrenceAt, cancellationToken);

    public async Task<IReadOnlyList<Activity>> FindAllAsync(IReadOnlyCollection<ActivityId> ids, CancellationToken cancellationToken) => await db.Context.Set<Activity>()
        .AsSplitQuery()
        .Where(a => ids.Contains(a.Id))
        .OrderBy(a => a.PlannedAt).ThenBy(a => a.Id)
        .ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<Activity>> WithDueRemindersAsync(Instant now, int take, CancellationToken cancellationToken) => await db.Context.Set<Activity>()
        .AsSplitQuery()
        .Where(a => a.NextReminderAt <= now)
        .OrderBy(a => a.NextReminderAt).ThenBy(a => a.Id)
        .Take(take)
        .ToListAsync(cancellationToken).ConfigureAwait(false);

    public void Add(Activity activity) => db.Context.Add(activity);
}
