using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Lists and counts cases for staff: my queue, a team's queue, what waits longest, what is most urgent.</summary>
/// <remarks>Scoped service.</remarks>
[FrontDoor]
public sealed class CaseLists(IServiceCaseQueries queries, CrmActs acts)
{
    /// <summary>Lists cases in any order.</summary>
    /// <param name="criteria">Which cases, such as <see cref="CaseCriteria.MyQueue"/> or <see cref="CaseCriteria.TeamQueue"/>.</param>
    /// <param name="order">In which order.</param>
    /// <param name="take">How many; 1 to <see cref="PageRequest.MaxTake"/>.</param>
    /// <param name="after">Continue after this row, the <see cref="CasePage.Next"/> of the page before in the same order; null for the start.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor is not of the staff.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> is not defined, or <paramref name="take"/> is out of its bounds.</exception>
    public async Task<CasePage> ListAsync(
        CaseCriteria criteria, CaseOrder order = CaseOrder.MostUrgent, int take = 50, CasePageKey? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        Guard.Defined(order);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, PageRequest.MaxTake);
        return acts.Gate.Actor.IsStaff ? await queries.ListAsync(criteria, CrmReach.All, order, take, after, cancellationToken).ConfigureAwait(false) : new CasePage([], null);
    }

    /// <summary>Counts cases by status, category and priority.</summary>
    /// <param name="criteria">Which cases: the same as of a list.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The counts; of nothing when the actor is not of the staff.</returns>
    public async Task<CaseCounts> CountAsync(CaseCriteria criteria, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return acts.Gate.Actor.IsStaff ? await queries.CountAsync(criteria, CrmReach.All, cancellationToken).ConfigureAwait(false) : new CaseCounts([]);
    }
}
