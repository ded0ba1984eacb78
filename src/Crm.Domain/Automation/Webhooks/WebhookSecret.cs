using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>A secret under which a subscription's webhooks are signed. It stands in no event, no audit and no log.</summary>
public sealed class WebhookSecret
{
    private WebhookSecret() => Value = null!;

    internal WebhookSecret(int ordinal, string value) => (Ordinal, Value) = (ordinal, value);

    /// <summary>Which one, from 1.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The secret.</summary>
    public string Value { get; private set; }

    /// <summary>Until when it signs beside a newer one; null for the newest.</summary>
    public Instant? Until { get; internal set; }
}
