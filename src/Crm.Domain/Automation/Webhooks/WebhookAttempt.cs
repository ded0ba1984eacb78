using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>One try of a delivery.</summary>
/// <param name="At">When it began.</param>
/// <param name="Status">The status of HTTP that came back; null when none did.</param>
/// <param name="Error">What went wrong: a code, and a text without addresses; null when nothing did.</param>
/// <param name="Took">How long it took.</param>
public sealed record WebhookAttempt(Instant At, int? Status, string? Error, Duration Took);
