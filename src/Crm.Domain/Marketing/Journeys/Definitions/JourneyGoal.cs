using Crm.Domain.Criteria;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>What a journey is for: an event within some time after entry. Without it a customer counts as lost, so that a goal of purchases measures churn.</summary>
/// <param name="Event">Stored name of the event.</param>
/// <param name="Within">How long after entry it counts.</param>
public sealed record JourneyGoal(string Event, Period Within)
{
    /// <summary>Criteria over the values of the event; everything when left out.</summary>
    public Criterion Where { get; init; } = Criterion.Everything;
}
