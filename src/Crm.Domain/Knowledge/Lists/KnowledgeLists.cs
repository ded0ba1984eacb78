using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Knowledge;

/// <summary>Lists of knowledge items for those who write them: drafts, reviews, work in progress, stale translations.</summary>
/// <remarks>Scoped service.</remarks>
[FrontDoor]
public sealed class KnowledgeLists(IKnowledgeItemQueries queries, CrmActs acts)
{
    /// <summary>Lists items in any status, the last changed first.</summary>
    /// <param name="criteria">Which items.</param>
    /// <param name="page">Which page; the first when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page; empty when the actor is not staff.</returns>
    public async Task<Page<KnowledgeItemSummary>> ListAsync(KnowledgeItemCriteria criteria, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return acts.Gate.Actor.IsStaff ? await queries.ListAsync(criteria, acts.Now, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false) : new([], null);
    }
}
