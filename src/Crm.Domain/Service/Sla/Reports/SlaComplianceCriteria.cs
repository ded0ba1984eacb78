using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Which cases a report of compliance is about.</summary>
/// <param name="From">Cases opened from here on.</param>
/// <param name="Until">Cases opened before here; after <paramref name="From"/>.</param>
public sealed record SlaComplianceCriteria(Instant From, Instant Until)
{
    /// <summary>The instant as of which it stands; nothing that happened later counts, so that the same instant always gives the same figures.</summary>
    /// <value>Null by default: now. Not in the future.</value>
    public Instant? AsOf { get; init; }
}
