using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Something that the contact does in a simulation.</summary>
/// <param name="Name">The event's stored name, or the key of the decision that it answers. Criteria over the event's values are taken as met.</param>
/// <param name="At">When.</param>
public sealed record SimulatedReaction(string Name, Instant At);
