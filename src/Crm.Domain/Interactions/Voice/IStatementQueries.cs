using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Reads statements by index, without tracking.</summary>
public interface IStatementQueries
{
    /// <summary>Reads a page of statements, said last first.</summary>
    /// <param name="criteria">Which statements.</param>
    /// <param name="reach">The records the caller may read.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<StatementRecord>> ListAsync(StatementCriteria criteria, CrmReach reach, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Counts statements by what they are about, the most frequent first, equal ones by topic.</summary>
    /// <param name="criteria">Which statements.</param>
    /// <param name="take">How many topics at most.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The topics.</returns>
    Task<IReadOnlyList<TopicCount>> TopicsAsync(StatementCriteria criteria, int take, CancellationToken cancellationToken);
}
