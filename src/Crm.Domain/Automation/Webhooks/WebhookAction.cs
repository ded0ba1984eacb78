using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>Sends the event to a subscription, whatever events it waits for.</summary>
internal sealed class WebhookAction(Func<IWebhookStore> stores, CrmErrorDescriber errors) : IRuleAction
{
    private const string Subscription = "subscription";

    public string Name => "webhook";

    public string? Kind => null;

    public string Needs => "webhook";

    public IReadOnlyList<RuleParameter> Parameters { get; } = [new(Subscription, FieldType.Text, IsRequired: true) { MaxLength = AutomationRule.MaxKeyLength }];

    public IReadOnlyList<string> Raises(RuleValues values) => [];

    public async Task<IReadOnlyList<CrmError>> CheckAsync(RuleValues values, string path, CancellationToken cancellationToken)
    {
        var key = values.Text(Subscription)!;
        return await stores().FindAsync(key, cancellationToken).ConfigureAwait(false) is null ? [errors.WebhookNotFound(key) with { Target = $"{path}.{Subscription}" }] : [];
    }

    public async Task<CrmResult<string>> RunAsync(RuleActionRun run, CancellationToken cancellationToken)
    {
        var key = run.Values.Text(Subscription)!;
        return await stores().FindAsync(key, cancellationToken).ConfigureAwait(false) switch
        {
            null => errors.WebhookNotFound(key),
            { IsActive: false } => "not queued: inactive",
            var found => await stores().QueueAsync(new WebhookDelivery(found.Id, run.Event, run.Now), cancellationToken).ConfigureAwait(false) ? $"queued for {key}" : RuleNotes.Already,
        };
    }
}
