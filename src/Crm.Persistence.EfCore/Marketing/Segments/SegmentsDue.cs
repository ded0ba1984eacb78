using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

/// <summary>Brings dynamic segments up to date.</summary>
internal sealed class SegmentsDue : IDueWork
{
    public string Actor => "segments";

    public string Reason => "Members of segments follow from what was written, and from time.";

    // A round brings everything to its moment, so none follows at once.
    public int BatchSize => int.MaxValue;

    public async Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken)
    {
        if (!db.Maps(CrmAreas.Marketing))
        {
            return [];
        }

        var segments = await DueTenants.OfAsync<Segment>(db, all => all.Where(s => s.Kind == SegmentKind.Dynamic && s.ArchivedAt == null), cancellationToken).ConfigureAwait(false);
        return [.. segments.Union(await DueTenants.OfAsync<SegmentTouch>(db, all => all, cancellationToken).ConfigureAwait(false), StringComparer.Ordinal)];
    }

    public async Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var done = await services.GetRequiredService<SegmentRefresh>().RunAsync(cancellationToken).ConfigureAwait(false);
        return done.TryGetValue(out var refreshed) ? refreshed.Segments.Sum(s => s.Entered + s.Left) : CrmResult<int>.Failed(done.Errors);
    }
}
