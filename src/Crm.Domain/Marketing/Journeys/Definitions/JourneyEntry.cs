using Crm.Domain.Criteria;

namespace Crm.Domain.Marketing;

/// <summary>Who enters a journey. By hand and by rules, contacts can enter any journey that is published.</summary>
/// <param name="Kind">How.</param>
public sealed record JourneyEntry(JourneyEntryKind Kind)
{
    /// <summary>The segment or list, for <see cref="JourneyEntryKind.Segment"/>.</summary>
    public string? Segment { get; init; }

    /// <summary>Stored name of the event, for <see cref="JourneyEntryKind.Event"/>.</summary>
    public string? Event { get; init; }

    /// <summary>Criteria over the values of the event; everything when left out.</summary>
    public Criterion Where { get; init; } = Criterion.Everything;

    /// <summary>Criteria over the customer, asked when somebody would enter; everybody when left out.</summary>
    public Criterion When { get; init; } = Criterion.Everything;
}
