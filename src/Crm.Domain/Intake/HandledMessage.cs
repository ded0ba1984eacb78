using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Intake;

/// <summary>A message that was taken.</summary>
/// <param name="Key">SHA-256 of its id, or of its content where it has none, as 64 hexadecimal digits.</param>
/// <param name="InteractionId">The contact that it became; it may be gone by now.</param>
/// <param name="TakenAt">When.</param>
public sealed record HandledMessage(string Key, InteractionId InteractionId, Instant TakenAt);
