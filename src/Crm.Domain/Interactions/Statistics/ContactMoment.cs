using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>One contact, as far as it matters for how long a customer waited.</summary>
/// <param name="At">When it began.</param>
/// <param name="AwaitsAnswer">Whether the customer asked and got no answer on the spot: a message, or a call that nobody took.</param>
/// <param name="IsResponse">Whether it is a response of ours.</param>
public sealed record ContactMoment(Instant At, bool AwaitsAnswer, bool IsResponse);
