using Crm.Domain.Criteria;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A contact in memory.</summary>
/// <param name="Zone">Their zone.</param>
public sealed record SimulatedContact(DateTimeZone Zone)
{
    /// <summary>What criteria can ask of them; null when nothing is known.</summary>
    public CriteriaRecord? Record { get; init; }

    /// <summary>The fields that criteria can name; null when no criteria are asked.</summary>
    public FieldCatalogue<CriteriaRecord>? Fields { get; init; }

    /// <summary>The zone in which criteria count days; the contact's own when left out.</summary>
    public DateTimeZone? BusinessZone { get; init; }

    /// <summary>What they do, and when.</summary>
    public IReadOnlyList<SimulatedReaction> Reactions { get; init; } = [];

    /// <summary>Why steps are skipped, such as a message for which there is no consent: reasons by key of step.</summary>
    public IReadOnlyDictionary<string, string> Refusals { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
