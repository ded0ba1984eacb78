using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>Lists knowledge items in any status, without tracking. Finds nothing of another tenant.</summary>
public interface IKnowledgeItemQueries
{
    /// <summary>Lists items, the last changed first.</summary>
    /// <param name="criteria">Which items.</param>
    /// <param name="now">The current instant, which decides their status.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page.</returns>
    Task<Page<KnowledgeItemSummary>> ListAsync(KnowledgeItemCriteria criteria, Instant now, PageRequest page, CancellationToken cancellationToken);
}
