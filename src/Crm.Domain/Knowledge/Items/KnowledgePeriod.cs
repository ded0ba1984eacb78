using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>From when until when a published item is readable.</summary>
/// <param name="From">From this instant; null for at once.</param>
/// <param name="Until">Until this instant, that one left out; null for no end.</param>
public sealed record KnowledgePeriod(Instant? From = null, Instant? Until = null)
{
    /// <summary>At once and without an end.</summary>
    public static KnowledgePeriod Always { get; } = new();
}
