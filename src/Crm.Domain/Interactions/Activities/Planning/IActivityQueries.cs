using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Reads lists of activities without tracking.</summary>
public interface IActivityQueries
{
    /// <summary>Lists activities in the order of their planned start.</summary>
    /// <param name="criteria">Which activities.</param>
    /// <param name="reach">The records the caller may read.</param>
    /// <param name="audiences">The audiences whose activities the caller may read.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<ActivitySummary>> ListAsync(ActivityCriteria criteria, CrmReach reach, IReadOnlyList<Audience> audiences, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Lists activities that are open although their time is over, the longest overdue first.</summary>
    /// <param name="now">The moment asked about.</param>
    /// <param name="criteria">Which activities.</param>
    /// <param name="reach">The records the caller may read.</param>
    /// <param name="audiences">The audiences whose activities the caller may read.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<ActivitySummary>> OverdueAsync(
        Instant now, ActivityCriteria criteria, CrmReach reach, IReadOnlyList<Audience> audiences, PageRequest page, CancellationToken cancellationToken);

    /// <summary>When the next reminder is due, one that is overdue included.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The moment; null when no reminder is left.</returns>
    Task<Instant?> NextReminderAsync(CancellationToken cancellationToken);
}
