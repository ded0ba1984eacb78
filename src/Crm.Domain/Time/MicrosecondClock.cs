using NodaTime;

namespace Crm.Domain.Time;

/// <summary>
/// A clock that reads another one in whole microseconds, so that an instant taken now equals the one read back from a
/// database later. As safe for threads as the clock it reads.
/// </summary>
/// <param name="clock">The clock to read.</param>
public sealed class MicrosecondClock(IClock clock) : IClock
{
    private readonly IClock _clock = clock ?? throw new ArgumentNullException(nameof(clock));

    /// <summary>The current instant, cut to microseconds towards the past.</summary>
    /// <returns>The instant.</returns>
    public Instant GetCurrentInstant() => _clock.GetCurrentInstant().ToMicroseconds();
}
