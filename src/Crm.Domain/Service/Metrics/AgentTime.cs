using NodaTime;

namespace Crm.Domain.Service;

/// <summary>How an agent, or all together, spent their time.</summary>
/// <param name="Handling">Talk, hold and wrap-up of what was handled.</param>
/// <param name="Active">Time of being active, handling included.</param>
/// <param name="Paid">Time that is paid for; signed in, active or away, where nothing else is known.</param>
public sealed record AgentTime(Duration Handling, Duration Active, Duration Paid)
{
    /// <summary>Active without handling; never negative, since several contacts can be handled at a time.</summary>
    public Duration Available => Duration.Max(Duration.Zero, Active - Handling);

    /// <summary>Handling ÷ (handling + available); null where there was neither.</summary>
    public double? Occupancy => Ratio(Handling, Handling + Available);

    /// <summary>Handling ÷ paid; null where nothing was paid for.</summary>
    public double? Utilisation => Ratio(Handling, Paid);

    /// <summary>Adds up the time that agents were active and signed in, as far as it lies in a window.</summary>
    /// <param name="periods">When they were what.</param>
    /// <param name="from">Beginning of the window.</param>
    /// <param name="until">End of the window.</param>
    /// <param name="handling">What was handled in it.</param>
    /// <param name="paid">Time that is paid for; signed in when null.</param>
    /// <returns>The sums.</returns>
    public static AgentTime Of(IEnumerable<(AgentAvailability Availability, Instant From, Instant Until)> periods, Instant from, Instant until, Duration handling, Duration? paid = null)
    {
        ArgumentNullException.ThrowIfNull(periods);
        var (active, away) = (Duration.Zero, Duration.Zero);
        foreach (var (availability, begins, ends) in periods)
        {
            var within = Duration.Max(Duration.Zero, Instant.Min(ends, until) - Instant.Max(begins, from));
            (active, away) = availability switch
            {
                AgentAvailability.Active => (active + within, away),
                AgentAvailability.Away => (active, away + within),
                _ => (active, away),
            };
        }

        return new(handling, active, paid ?? (active + away));
    }

    private static double? Ratio(Duration part, Duration whole) => whole > Duration.Zero ? part.TotalSeconds / whole.TotalSeconds : null;
}
