using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>How many cases the knowledge base spared: items were shown, one was opened, and no case came.</summary>
/// <param name="From">The first instant of the period in which sessions began.</param>
/// <param name="Until">The first instant after it.</param>
/// <param name="AsOf">As of which instant.</param>
/// <param name="Counts">The counts.</param>
public sealed record DeflectionReport(Instant From, Instant Until, Instant AsOf, DeflectionCounts Counts);
