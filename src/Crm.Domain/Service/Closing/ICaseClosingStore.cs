using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Finds cases whose customer is silent. Finds nothing of another tenant. Never saves.</summary>
public interface ICaseClosingStore
{
    /// <summary>Loads cases of a status whose customer is silent, the longest first.</summary>
    /// <param name="status">The status.</param>
    /// <param name="silentSince">Since this instant or longer.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The tracked cases.</returns>
    Task<IReadOnlyList<ServiceCase>> SilentAsync(CaseStatus status, Instant silentSince, int take, CancellationToken cancellationToken);

    /// <summary>Since when the customer is silent who is so the longest in a status.</summary>
    /// <param name="status">The status.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The instant; null when no customer is silent.</returns>
    Task<Instant?> FirstSilentAsync(CaseStatus status, CancellationToken cancellationToken);
}
