namespace Crm.Domain.Automation;

/// <summary>An event that a subscription waits for.</summary>
public sealed class WebhookEventName
{
    /// <summary>Stands for every event.</summary>
    public const string Every = "*";

    private WebhookEventName() => Name = null!;

    internal WebhookEventName(string name) => Name = name;

    /// <summary>Its stored name, or <see cref="Every"/>.</summary>
    public string Name { get; private set; }
}
