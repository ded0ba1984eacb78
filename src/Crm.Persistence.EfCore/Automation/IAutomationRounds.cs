namespace Crm.Persistence.EfCore.Automation;

/// <summary>Does what comes due of automation, for all tenants. The hosted service does so by itself; hosts without one call this. A singleton.</summary>
public interface IAutomationRounds
{
    /// <summary>Tries runs of rules again that have failed and whose time has come.</summary>
    /// <param name="cancellationToken">Ends the round; what is done stays.</param>
    /// <returns>How many were tried.</returns>
    Task<int> RetryRulesAsync(CancellationToken cancellationToken = default);

    /// <summary>Sends webhooks that are due.</summary>
    /// <param name="cancellationToken">Ends the round; what is done stays.</param>
    /// <returns>How many were tried.</returns>
    Task<int> SendWebhooksAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes runs and deliveries that are older than the options say; those that wait to be tried again stay.</summary>
    /// <param name="cancellationToken">Ends the round; what is done stays.</param>
    /// <returns>How many were removed.</returns>
    Task<int> ForgetOldAsync(CancellationToken cancellationToken = default);
}
