using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>What a host settles about webhooks.</summary>
public sealed class WebhookOptions
{
    /// <summary>Whether targets on this machine are allowed, over plain http too: for development and tests alone.</summary>
    /// <value>False by default.</value>
    public bool AllowsLoopback { get; set; }

    /// <summary>After how many failed tries a delivery is parked.</summary>
    /// <value>10 by default; at least 1. With the usual waits, the last try comes after about 40 minutes.</value>
    public int MaxAttempts { get; set; } = 10;

    /// <summary>How long a failed delivery waits before its second try; every further wait is twice as long.</summary>
    /// <value>5 seconds by default; more than zero.</value>
    public Duration FirstWait { get; set; } = Duration.FromSeconds(5);

    /// <summary>The longest wait between two tries.</summary>
    /// <value>One day by default; more than zero.</value>
    public Duration LongestWait { get; set; } = Duration.FromDays(1);

    /// <summary>How long a target may take to answer.</summary>
    /// <value>15 seconds by default; more than zero, at most two minutes.</value>
    public Duration Timeout { get; set; } = Duration.FromSeconds(15);

    /// <summary>
    /// A number from 0 up to 1 for each wait, which is shortened by up to a half by it, so that what failed together does not come again together.
    /// </summary>
    /// <value>A random number by default.</value>
    public Func<double> Jitter { get; set; } = Random.Shared.NextDouble;

    internal bool IsUsable =>
        MaxAttempts >= 1 && FirstWait > Duration.Zero && LongestWait > Duration.Zero && Timeout > Duration.Zero && Timeout <= Duration.FromMinutes(2) && Jitter is not null;

    /// <summary>How long a delivery is kept from others while it is sent.</summary>
    internal Duration Lease => Timeout + Duration.FromMinutes(1);

    /// <summary>How long a delivery waits after so many failed tries: at least half of the doubled wait, and never less than the target asked for.</summary>
    internal Duration WaitAfter(int attempts, Duration? retryAfter)
    {
        var whole = AutomationOptions.Doubled(FirstWait, attempts, LongestWait);
        var wait = whole - (whole * (Math.Clamp(Jitter(), 0, 1) / 2));
        return retryAfter is { } asked ? Duration.Max(wait, Duration.Min(asked, LongestWait)) : wait;
    }
}
