namespace Crm.Domain.Marketing;

/// <summary>Where journeys are kept.</summary>
public interface IJourneyStore
{
    /// <summary>Finds a journey by its key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The journey, tracked; null when there is none.</returns>
    Task<Journey?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>The published journeys whose members of a segment enter.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Their keys in order.</returns>
    Task<IReadOnlyList<string>> BySegmentAsync(CancellationToken cancellationToken);

    /// <summary>The journeys with a version that waits for an event.</summary>
    /// <param name="eventName">Stored name of the event.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Their keys in order.</returns>
    Task<IReadOnlyList<string>> AwaitingAsync(string eventName, CancellationToken cancellationToken);

    /// <summary>All journeys with the number of contacts on the way.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The journeys by key.</returns>
    Task<IReadOnlyList<JourneySummary>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds a new journey.</summary>
    /// <param name="journey">The journey.</param>
    void Add(Journey journey);
}
