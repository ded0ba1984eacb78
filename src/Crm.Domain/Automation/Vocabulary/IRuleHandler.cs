namespace Crm.Domain.Automation;

/// <summary>Something of the host's own that rules can call. Scoped services, found by their key.</summary>
public interface IRuleHandler
{
    /// <summary>The key by which rules name it; compared exactly.</summary>
    string Key { get; }

    /// <summary>
    /// Does it. What it changes through front doors is saved with the rule's other actions. When it throws, nothing of the run is saved and
    /// the run is tried again with growing waits, and parked in the end; what it did outside may then have been done before.
    /// </summary>
    /// <param name="run">The event, its records and the values; the event's id is the same at every try.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>When it is done.</returns>
    Task RunAsync(RuleActionRun run, CancellationToken cancellationToken);
}
