using Crm.Domain.Automation;
using Crm.Persistence.EfCore.Background;

namespace Crm.Persistence.EfCore.Automation;

internal sealed class AutomationRounds(DueWorkRounds rounds, AutomationOptions options) : IAutomationRounds
{
    private static readonly RuleRunsDue s_runs = new();
    private static readonly WebhooksDue s_webhooks = new();

    public Task<int> RetryRulesAsync(CancellationToken cancellationToken = default) => rounds.RunAsync(s_runs, isOneBatch: false, cancellationToken);

    public Task<int> SendWebhooksAsync(CancellationToken cancellationToken = default) => rounds.RunAsync(s_webhooks, isOneBatch: false, cancellationToken);

    public Task<int> ForgetOldAsync(CancellationToken cancellationToken = default) => rounds.RunAsync(new OldRunsDue(options), isOneBatch: false, cancellationToken);
}
