namespace Crm.Domain.Primitives;

/// <summary>An event that waits on its aggregate for the next save.</summary>
/// <param name="Event">The event.</param>
/// <param name="Version">The aggregate's version that this event made.</param>
public sealed record PendingEvent(ICrmEvent Event, long Version);
