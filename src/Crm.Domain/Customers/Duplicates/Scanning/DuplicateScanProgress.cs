using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>How far a scan is.</summary>
/// <param name="Id">The scan.</param>
/// <param name="Customers">Customers it went through.</param>
/// <param name="Comparisons">Pairs it compared.</param>
/// <param name="Pairs">New pairs it found.</param>
/// <param name="BegunAt">When it began.</param>
/// <param name="FinishedAt">When it finished; null while it has not.</param>
public sealed record DuplicateScanProgress(DuplicateScanId Id, long Customers, long Comparisons, long Pairs, Instant BegunAt, Instant? FinishedAt);
