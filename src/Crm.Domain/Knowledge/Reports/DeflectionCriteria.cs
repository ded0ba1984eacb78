using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>Of which sessions deflection is measured, and as of when.</summary>
/// <param name="From">The first instant of the period in which sessions began.</param>
/// <param name="Until">The first instant after it.</param>
public sealed record DeflectionCriteria(Instant From, Instant Until)
{
    /// <summary>As of which instant; what happened later is not looked at.</summary>
    /// <value>Null by default: now.</value>
    public Instant? AsOf { get; init; }
}
