namespace Crm.Persistence.EfCore.Outbox;

/// <summary>Delivers stored events to handlers. The hosted service calls it; hosts without one call it themselves.</summary>
public interface IOutboxDispatcher
{
    /// <summary>
    /// Delivers one round: claims aggregates with events that are due, delivers their events in order, and marks them. Several
    /// processes may do so at the same time. A failing event waits, doubling from one second, and is parked after
    /// <c>CrmPersistenceOptions.MaxAttempts</c>; a parked event no longer holds back those after it. A round begins no delivery
    /// once half of its lease is over.
    /// </summary>
    /// <param name="cancellationToken">Ends the round after the event at hand; the rest is delivered later.</param>
    /// <returns>How many events were delivered or failed; zero when there is nothing to do.</returns>
    Task<int> DispatchAsync(CancellationToken cancellationToken = default);

    /// <summary>Deletes delivered events and the memory of handled ones that are older than <c>CrmPersistenceOptions.Memory</c>.</summary>
    /// <param name="cancellationToken">Cancels the deletion.</param>
    /// <returns>How many rows were deleted.</returns>
    Task<int> CleanAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a parked event due again, from its first attempt. Handlers that have handled it before are left out; events behind
    /// it that were delivered meanwhile are not repeated.
    /// </summary>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>Whether the event was parked.</returns>
    Task<bool> ReplayAsync(Guid eventId, CancellationToken cancellationToken = default);
}
