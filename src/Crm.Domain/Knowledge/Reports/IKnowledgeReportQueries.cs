using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>Reads what reports are reckoned from, without tracking.</summary>
public interface IKnowledgeReportQueries
{
    /// <summary>Counts sessions by what happened in them by an instant.</summary>
    /// <param name="from">The first instant of the period in which they began.</param>
    /// <param name="until">The first instant after it.</param>
    /// <param name="asOf">What happened later does not count.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    /// <returns>The counts.</returns>
    Task<DeflectionCounts> CountSessionsAsync(Instant from, Instant until, Instant asOf, CancellationToken cancellationToken);

    /// <summary>
    /// Lists the last questions after which, until the end of their session, no item was opened that the reader did not call unhelpful, or
    /// a case was filed.
    /// </summary>
    /// <param name="from">The first instant of the period in which they were asked.</param>
    /// <param name="until">The first instant after it.</param>
    /// <param name="language">The language; null for every one.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    /// <returns>The questions with at least one known word, the last first.</returns>
    Task<IReadOnlyList<UnansweredQuestion>> UnansweredAsync(Instant from, Instant until, string? language, int take, CancellationToken cancellationToken);
}
