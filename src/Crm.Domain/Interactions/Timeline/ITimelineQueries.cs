using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>Reads timelines by one index seek, without tracking.</summary>
public interface ITimelineQueries
{
    /// <summary>Reads a page of a record's timeline, newest first.</summary>
    /// <param name="subject">The record.</param>
    /// <param name="criteria">Which rows.</param>
    /// <param name="audiences">The audiences whose rows the caller may read.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<TimelineItem>> PageAsync(
        SubjectReference subject, TimelineCriteria criteria, IReadOnlyList<Audience> audiences, PageRequest page, CancellationToken cancellationToken);
}
