using NodaTime;

namespace Crm.Domain.Service;

/// <summary>The work that arrives in an interval: how many contacts, and how long one takes.</summary>
public sealed record CallLoad
{
    /// <summary>Most traffic that is worked with, in Erlangs.</summary>
    public const double MaxTraffic = 1e8;

    /// <summary>Describes a load.</summary>
    /// <param name="calls">Contacts that arrive in the interval; an average, so it need not be whole. Zero or more.</param>
    /// <param name="interval">The interval, such as half an hour; longer than zero.</param>
    /// <param name="handlingTime">Average handling time of one contact: talk, hold and wrap-up; longer than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range, or the traffic is above <see cref="MaxTraffic"/>.</exception>
    public CallLoad(double calls, Duration interval, Duration handlingTime)
    {
        Calls = double.IsFinite(calls) && calls >= 0 ? calls : throw new ArgumentOutOfRangeException(nameof(calls), "Calls are zero or more.");
        Interval = interval > Duration.Zero ? interval : throw new ArgumentOutOfRangeException(nameof(interval), "The interval is longer than zero.");
        HandlingTime = handlingTime > Duration.Zero
            ? handlingTime
            : throw new ArgumentOutOfRangeException(nameof(handlingTime), "The handling time is longer than zero.");
        TrafficErlangs = calls * handlingTime.TotalSeconds / interval.TotalSeconds;
        if (!(TrafficErlangs <= MaxTraffic))
        {
            throw new ArgumentOutOfRangeException(nameof(calls), $"The traffic is at most {MaxTraffic:0} Erlangs.");
        }
    }

    /// <summary>Contacts that arrive in the interval.</summary>
    public double Calls { get; }

    /// <summary>The interval.</summary>
    public Duration Interval { get; }

    /// <summary>Average handling time of one contact.</summary>
    public Duration HandlingTime { get; }

    /// <summary>Arrivals per second × handling time in seconds: how many agents the work itself keeps busy on average.</summary>
    public double TrafficErlangs { get; }
}
