using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// Says what a case is promised, now and earlier. Scoped service: it sees what the unit of work has changed before that is saved, and
/// what others have saved.
/// </summary>
public interface IServiceLevelBook
{
    /// <summary>Chooses the service level of a case: the first policy, in their order, that is active and valid and whose condition holds, else the default one.</summary>
    /// <param name="about">The case as it is now.</param>
    /// <param name="now">The instant at which policies and calendars have to be valid.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The service level; null when no policy applies.</returns>
    Task<ServiceLevel?> ChooseAsync(ServiceCase about, Instant now, CancellationToken cancellationToken);

    /// <summary>Reads service levels as they were, whatever has happened to their policies and calendars since.</summary>
    /// <param name="keys">What was promised.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The service levels; those that are unknown are missing.</returns>
    Task<IReadOnlyDictionary<ServiceLevelKey, ServiceLevel>> FindAsync(IReadOnlyCollection<ServiceLevelKey> keys, CancellationToken cancellationToken);
}
