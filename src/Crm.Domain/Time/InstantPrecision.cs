using NodaTime;

namespace Crm.Domain.Time;

/// <summary>The precision that every supported database keeps.</summary>
public static class InstantPrecision
{
    private const long TicksPerMicrosecond = 10;

    /// <summary>Cuts an instant to whole microseconds, towards the past.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The latest whole microsecond that is not after <paramref name="instant"/>.</returns>
    public static Instant ToMicroseconds(this Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - (((ticks % TicksPerMicrosecond) + TicksPerMicrosecond) % TicksPerMicrosecond));
    }
}
