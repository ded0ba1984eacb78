namespace Crm.Domain.Primitives;

/// <summary>What saving needs to know of any aggregate.</summary>
public interface IAggregateRoot
{
    /// <summary>The aggregate's id as a GUID.</summary>
    Guid AggregateId { get; }

    /// <summary>Number of acts so far; the concurrency token.</summary>
    long Version { get; }

    /// <summary>Events raised since the last save, oldest first.</summary>
    IReadOnlyList<PendingEvent> PendingEvents { get; }

    /// <summary>Forgets the oldest events once they are stored. Called by the saving interceptor only.</summary>
    /// <param name="count">How many events were stored.</param>
    void AcknowledgeEvents(int count);
}
