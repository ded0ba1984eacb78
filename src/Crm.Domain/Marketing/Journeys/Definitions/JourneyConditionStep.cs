using Crm.Domain.Criteria;

namespace Crm.Domain.Marketing;

/// <summary>The way parts by what is known of the customer now.</summary>
public sealed record JourneyConditionStep : JourneyStep
{
    /// <summary>A condition.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="when">Criteria over the customer.</param>
    /// <param name="yes">The step when they hold; null when the journey ends there.</param>
    /// <param name="no">The step when they do not; null when the journey ends there.</param>
    public JourneyConditionStep(string key, Criterion when, string? yes, string? no)
        : base(key) => (When, Yes, No) = (when, yes, no);

    /// <summary>Criteria over the customer.</summary>
    public Criterion When { get; }

    /// <summary>The step when they hold; null when the journey ends there.</summary>
    public string? Yes { get; }

    /// <summary>The step when they do not; null when the journey ends there.</summary>
    public string? No { get; }

    internal override IEnumerable<(string Member, string Key)> Followers => Named(("yes", Yes), ("no", No));
}
