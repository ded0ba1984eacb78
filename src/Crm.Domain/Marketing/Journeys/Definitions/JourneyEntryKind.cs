namespace Crm.Domain.Marketing;

/// <summary>How contacts enter a journey.</summary>
public enum JourneyEntryKind
{
    /// <summary>By hand, or by a rule of automation.</summary>
    Hand,

    /// <summary>Whoever is in a segment.</summary>
    Segment,

    /// <summary>Whom an event is about.</summary>
    Event,
}
