using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Finds deadlines whose next level of escalation comes, and writes what was raised. Finds nothing of another tenant.</summary>
public interface IDeadlineAlarmStore
{
    /// <summary>When the next level comes that was not raised.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The instant; null when none comes unless something happens.</returns>
    Task<Instant?> NextAsync(CancellationToken cancellationToken);

    /// <summary>Lists deadlines whose next level comes until an instant, the first one first.</summary>
    /// <param name="until">The instant; inclusive.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<DueLevel>> UntilAsync(Instant until, PageRequest page, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps deadlines whose next level has come from every other monitor until the transaction ends, the first one first. What another
    /// monitor holds is passed over without waiting.
    /// </summary>
    /// <param name="now">The current instant.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Cancels the claim.</param>
    /// <returns>The deadlines.</returns>
    Task<IReadOnlyList<ClaimedDeadline>> ClaimAsync(Instant now, int take, CancellationToken cancellationToken);

    /// <summary>Writes what was raised: the memory of it, its events in their order, and the actions, each by itself.</summary>
    /// <param name="levels">The levels, each once.</param>
    /// <param name="events">Their events, in the same order.</param>
    /// <param name="actions">The actions.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>When it is written.</returns>
    Task WriteAsync(
        IReadOnlyList<RaisedLevel> levels, IReadOnlyList<(ServiceCaseId CaseId, ITimelineEvent Event)> events, IReadOnlyList<EscalationDue> actions, CancellationToken cancellationToken);
}
