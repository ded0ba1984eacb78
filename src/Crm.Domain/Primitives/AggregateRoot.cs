using System.ComponentModel;

namespace Crm.Domain.Primitives;

/// <summary>
/// The consistency boundary of one business thing. Every act calls <see cref="Raise"/> exactly once, which is the only way to
/// raise <see cref="Version"/>: an act that forgot its event would not be saved, and a change of a child alone still conflicts.
/// </summary>
/// <typeparam name="TId">The named id.</typeparam>
/// <remarks>Not thread safe; an instance belongs to one unit of work.</remarks>
public abstract class AggregateRoot<TId> : IAggregateRoot
    where TId : struct, ICrmId<TId>
{
    private readonly List<PendingEvent> _pendingEvents = [];

    /// <summary>For the persistence layer.</summary>
    protected AggregateRoot()
    {
    }

    /// <summary>Starts a new aggregate.</summary>
    /// <param name="id">Its id; not the default value.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is the default value.</exception>
    protected AggregateRoot(TId id) => Id = Guard.NotEmpty(id);

    /// <summary>The id, made before the first save.</summary>
    public TId Id { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <inheritdoc />
    public IReadOnlyList<PendingEvent> PendingEvents => _pendingEvents;

    Guid IAggregateRoot.AggregateId => Id.Value;

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    void IAggregateRoot.AcknowledgeEvents(int count) => _pendingEvents.RemoveRange(0, count);

    /// <summary>Records that an act happened: raises <see cref="Version"/> by one and keeps the event for the next save.</summary>
    /// <param name="happened">The event.</param>
    protected void Raise(ICrmEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Version++;
        _pendingEvents.Add(new PendingEvent(happened, Version));
    }
}
