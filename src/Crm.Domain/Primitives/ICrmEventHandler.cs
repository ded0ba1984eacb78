namespace Crm.Domain.Primitives;

/// <summary>
/// Reacts to an event after the save that raised it. Called at least once, in the order of one aggregate's versions, inside a
/// scope of the event's tenant. A handler changes what it wants through stores and does not save: the dispatcher saves once,
/// together with the note that this handler has handled this event, so that a repeated delivery changes nothing.
/// </summary>
/// <typeparam name="TEvent">The event type.</typeparam>
public interface ICrmEventHandler<in TEvent>
    where TEvent : ICrmEvent
{
    /// <summary>Handles one event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="delivery">Identity of this delivery, for receivers that recognise repetitions.</param>
    /// <param name="cancellationToken">Cancels the work; the event is delivered again.</param>
    /// <returns>A task that ends when the event is handled.</returns>
    Task HandleAsync(TEvent happened, CrmDelivery delivery, CancellationToken cancellationToken);
}
