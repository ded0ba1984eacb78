using Crm.Domain.Primitives;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Service;

/// <summary>Instants of times as people at a place write them.</summary>
public static class VisitTime
{
    private static readonly LocalDateTimePattern s_minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>The instant of a local time. A time that the clocks skip, or show twice, is refused: nobody can keep it.</summary>
    /// <param name="local">The time.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="errors">The words of refusals; the default ones when null.</param>
    /// <returns>The instant, or <c>LocalTimeSkipped</c>, <c>LocalTimeAmbiguous</c>.</returns>
    public static CrmResult<Instant> At(LocalDateTime local, DateTimeZone zone, CrmErrorDescriber? errors = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var describer = errors ?? CrmErrorDescriber.Default;
        return zone.MapLocal(local) switch
        {
            { Count: 1 } only => only.Single().ToInstant(),
            { Count: 0 } => describer.LocalTimeSkipped(s_minute.Format(local), zone.Id),
            _ => describer.LocalTimeAmbiguous(s_minute.Format(local), zone.Id),
        };
    }
}
