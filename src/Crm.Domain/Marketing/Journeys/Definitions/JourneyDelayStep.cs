namespace Crm.Domain.Marketing;

/// <summary>Time passes.</summary>
public sealed record JourneyDelayStep : JourneyStep
{
    /// <summary>A delay.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="delay">Until when.</param>
    /// <param name="next">The step that follows; null when the journey ends there.</param>
    public JourneyDelayStep(string key, JourneyDelay delay, string? next = null)
        : base(key) => (Delay, Next) = (delay, next);

    /// <summary>Until when.</summary>
    public JourneyDelay Delay { get; }

    /// <summary>The step that follows; null when the journey ends there.</summary>
    public string? Next { get; }

    internal override IEnumerable<(string Member, string Key)> Followers => Named(("next", Next));
}
