using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Whether somebody whose run is over may enter again. While a run goes on, nobody enters.</summary>
public sealed record JourneyReentry
{
    private JourneyReentry(bool isAllowed, Period? after) => (IsAllowed, After) = (isAllowed, after);

    /// <summary>Once and never again.</summary>
    public static JourneyReentry Never { get; } = new(false, null);

    /// <summary>As soon as the last run is over.</summary>
    public static JourneyReentry Always { get; } = new(true, null);

    /// <summary>Whether there is a second time.</summary>
    public bool IsAllowed { get; }

    /// <summary>How long after the last entry at the earliest; null for no wait.</summary>
    public Period? After { get; }

    /// <summary>Some time after the last entry.</summary>
    /// <param name="period">How long, more than nothing.</param>
    /// <returns>The policy.</returns>
    public static JourneyReentry AfterEntry(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return new(true, period);
    }

    /// <summary>Whether an entry is far enough from the last one.</summary>
    /// <param name="last">The last entry.</param>
    /// <param name="now">The moment.</param>
    /// <param name="zone">The zone whose days count.</param>
    /// <returns>Whether it may be.</returns>
    internal bool Allows(Instant last, Instant now, DateTimeZone zone) => IsAllowed && JourneyDelay.Add(last, After, zone) <= now;
}
