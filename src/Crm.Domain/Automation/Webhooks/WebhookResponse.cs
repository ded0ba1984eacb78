using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>What came of a message.</summary>
/// <param name="Status">The status of HTTP; null when none came back.</param>
/// <param name="Error">Why none came back, such as <c>Timeout</c>; null when one did.</param>
public sealed record WebhookResponse(int? Status, string? Error = null)
{
    /// <summary>The error of a target whose address is not reachable from everywhere: another try would find the same.</summary>
    public const string TargetRefused = nameof(Primitives.CrmErrorDescriber.WebhookTargetRefused);

    /// <summary>How long the other system asks to wait; null when it does not.</summary>
    public Duration? RetryAfter { get; init; }

    /// <summary>Whether the other system took the message.</summary>
    public bool IsTaken => Status is >= 200 and <= 299;

    /// <summary>
    /// Whether another try may succeed: after no answer, a status from 500 on, and 408, 425 and 429. What else is refused is refused for
    /// good, and redirects are not followed.
    /// </summary>
    public bool IsPassing => Status is null ? Error != TargetRefused : Status is >= 500 or 408 or 425 or 429;

    /// <summary>Whether the other system wants nothing more: status 410.</summary>
    public bool IsGone => Status == 410;
}
