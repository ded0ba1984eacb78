using Crm.Domain.Criteria;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>
/// The way parts by what the customer does: the yes path begins as soon as the event happens, the no path when it has not happened within
/// the time since the contact was last active in the journey.
/// </summary>
public sealed record JourneyDecisionStep : JourneyStep
{
    /// <summary>A decision.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="awaited">Stored name of the event, such as <c>orders.order-placed</c>.</param>
    /// <param name="within">How long it is awaited; days and longer are days of the recipient's calendar.</param>
    /// <param name="yes">The step when it happens; null when the journey ends there.</param>
    /// <param name="no">The step when it does not; null when the journey ends there.</param>
    public JourneyDecisionStep(string key, string awaited, Period within, string? yes, string? no)
        : base(key) => (Event, Within, Yes, No) = (awaited, within, yes, no);

    /// <summary>Stored name of the event.</summary>
    public string Event { get; }

    /// <summary>Criteria over the values of the event; everything when left out.</summary>
    public Criterion Where { get; init; } = Criterion.Everything;

    /// <summary>How long it is awaited.</summary>
    public Period Within { get; }

    /// <summary>The step when it happens; null when the journey ends there.</summary>
    public string? Yes { get; }

    /// <summary>The step when it does not; null when the journey ends there.</summary>
    public string? No { get; }

    internal override IEnumerable<(string Member, string Key)> Followers => Named(("yes", Yes), ("no", No));
}
