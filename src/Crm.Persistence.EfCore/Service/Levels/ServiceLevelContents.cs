using System.Collections.Concurrent;
using Crm.Domain.Service;
using Crm.Domain.Time;

namespace Crm.Persistence.EfCore.Service;

/// <summary>
/// What versions of policies and calendars say, read and parsed once for all scopes: versions never change. Kept apart by tenant, so that
/// an id of another one finds nothing.
/// </summary>
/// <remarks>Singleton service; safe for threads.</remarks>
internal sealed class ServiceLevelContents
{
    // Calendars with their dates take some ten kilobytes each.
    private const int Most = 2_000;

    public ConcurrentDictionary<(string Tenant, SlaPolicyVersionId Version), SlaPolicyContent> Policies { get; } = new();

    public ConcurrentDictionary<(string Tenant, ServiceCalendarVersionId Version), BusinessCalendar> Calendars { get; } = new();

    public void Trim()
    {
        if (Policies.Count > Most)
        {
            Policies.Clear();
        }

        if (Calendars.Count > Most)
        {
            Calendars.Clear();
        }
    }
}
