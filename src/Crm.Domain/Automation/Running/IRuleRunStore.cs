using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>Keeps the log of runs, and reads stored events. Finds nothing of another tenant.</summary>
public interface IRuleRunStore
{
    /// <summary>The rules that have a run for an event.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The rules.</returns>
    Task<IReadOnlySet<AutomationRuleId>> RanAsync(Guid eventId, CancellationToken cancellationToken);

    /// <summary>Writes a new run at once, within the open transaction, so that whoever comes second waits and is refused.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>Whether it was written; false when there is one.</returns>
    Task<bool> ClaimAsync(RuleRun run, CancellationToken cancellationToken);

    /// <summary>Takes a run whose next try is due, within the open transaction, so that nobody else does.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="ruleId">The rule.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The run, tracked; null when it is not due any more.</returns>
    Task<RuleRun?> TakeDueAsync(Guid eventId, AutomationRuleId ruleId, Instant now, CancellationToken cancellationToken);

    /// <summary>Finds a run.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="ruleId">The rule.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The run, tracked; null when there is none.</returns>
    Task<RuleRun?> FindAsync(Guid eventId, AutomationRuleId ruleId, CancellationToken cancellationToken);

    /// <summary>Lists runs whose next try is due, the longest due first.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The runs; not tracked.</returns>
    Task<IReadOnlyList<RuleRun>> DueAsync(Instant now, int take, CancellationToken cancellationToken);

    /// <summary>Lists runs, those of the latest events first.</summary>
    /// <param name="criteria">Which.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; not tracked.</returns>
    Task<Page<RuleRun>> ListAsync(RuleRunCriteria criteria, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Finds a stored event.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The event; null when it is not kept any more.</returns>
    Task<HappenedEvent?> EventAsync(Guid eventId, CancellationToken cancellationToken);

    /// <summary>Reads stored events in the order in which they were stored.</summary>
    /// <param name="name">Stored name of the event.</param>
    /// <param name="from">Not those that happened before.</param>
    /// <param name="after">Only those that were stored after this one; null for the first ones.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The events.</returns>
    Task<IReadOnlyList<HappenedEvent>> HistoryAsync(string name, Instant from, Guid? after, int take, CancellationToken cancellationToken);

    /// <summary>Removes runs of events that happened long ago, the first of them first; those that wait to be tried again stay.</summary>
    /// <param name="before">The events happened before this instant.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many were removed, at once.</returns>
    Task<int> RemoveOldAsync(Instant before, int take, CancellationToken cancellationToken);
}
