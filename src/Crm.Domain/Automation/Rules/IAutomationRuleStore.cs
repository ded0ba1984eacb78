namespace Crm.Domain.Automation;

/// <summary>Keeps rules. Finds nothing of another tenant.</summary>
public interface IAutomationRuleStore
{
    /// <summary>Finds a rule with its versions.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The rule; null when there is none.</returns>
    Task<AutomationRule?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Lists all rules as they are now, in the order in which they run; not tracked.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The rules.</returns>
    Task<IReadOnlyList<StandingRule>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Lists the rules that are on and wait for an event, in the order in which they run; not tracked.</summary>
    /// <param name="eventName">Stored name of the event.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The rules.</returns>
    Task<IReadOnlyList<StandingRule>> OfEventAsync(string eventName, CancellationToken cancellationToken);

    /// <summary>Adds a new rule.</summary>
    /// <param name="rule">The rule.</param>
    void Add(AutomationRule rule);
}
