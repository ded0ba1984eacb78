namespace Crm.Domain.Privacy;

/// <summary>Keeps the hashes of addresses that are never used again.</summary>
public interface ISuppressionStore
{
    /// <summary>Which of many hashes are suppressed.</summary>
    /// <param name="hashes">The hashes.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Hash to what is known of it.</returns>
    Task<IReadOnlyDictionary<string, SuppressedAddress>> FindAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellationToken);

    /// <summary>Adds those that are not there yet, in the open transaction.</summary>
    /// <param name="addresses">The hashes with since when and why.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many were new.</returns>
    Task<int> AddAsync(IReadOnlyCollection<SuppressedAddress> addresses, CancellationToken cancellationToken);

    /// <summary>Takes hashes off the list, in the open transaction.</summary>
    /// <param name="hashes">The hashes.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many were there.</returns>
    Task<int> RemoveAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellationToken);
}
