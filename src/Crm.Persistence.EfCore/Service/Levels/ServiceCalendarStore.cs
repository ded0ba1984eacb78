using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Service;

internal sealed class ServiceCalendarStore(CrmDb crm) : IServiceCalendarStore
{
    private const int Most = 1000;
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    public async Task<ServiceCalendar?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(key);
        return _db.Context.Set<ServiceCalendar>().Local.FirstOrDefault(c => c.Key == stored) ?? await _db.LoadAsync<ServiceCalendar>(c => c.Key == stored, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<ServiceCalendarSummary>> ListAsync(CancellationToken cancellationToken) => await _db.Context.Set<ServiceCalendar>().IgnoreAutoIncludes().AsNoTracking()
        .OrderBy(c => c.Key)
        .Take(Most)
        .Select(c => new ServiceCalendarSummary(c.Id, c.Key, c.Name, c.Versions.Count, c.Versions.Max(v => v.At)))
        .ToListAsync(cancellationToken).ConfigureAwait(false);

    public void Add(ServiceCalendar calendar) => _db.Context.Add(calendar);
}
