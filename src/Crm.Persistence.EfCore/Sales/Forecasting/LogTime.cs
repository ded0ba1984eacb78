using Crm.Domain.Time;
using NodaTime;

namespace Crm.Persistence.EfCore.Sales;

/// <summary>Instants that logs are asked for.</summary>
internal static class LogTime
{
    private static readonly Instant s_first = Instant.FromUtc(1, 1, 1, 0, 0);
    private static readonly Instant s_last = Instant.FromUtc(9999, 12, 31, 0, 0);

    /// <summary>An instant that a database can compare with; beyond what it keeps, nothing was written.</summary>
    public static Instant Within(Instant asOf) => Instant.Min(Instant.Max(asOf, s_first), s_last).ToMicroseconds();
}
