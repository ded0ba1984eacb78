using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Finds and writes the members of segments in the database; no member is loaded.</summary>
public interface ISegmentRefreshStore
{
    /// <summary>Brings every dynamic segment in use to a moment, within the open transaction.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="mostTouched">From how many touched customers on everything is found anew.</param>
    /// <param name="anew">Which segments are found anew in any case; null for none.</param>
    /// <param name="cancellationToken">Cancels the refresh.</param>
    /// <returns>What was done.</returns>
    Task<SegmentRefreshResult> RefreshAsync(Instant now, int mostTouched, Func<string, bool>? anew, CancellationToken cancellationToken);

    /// <summary>Counts the customers that a segment with these criteria would have.</summary>
    /// <param name="criterion">The criteria.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>How many; or what the compiler refuses.</returns>
    Task<CrmResult<int>> CountAsync(Criterion criterion, Instant now, CancellationToken cancellationToken);

    /// <summary>Notes that something was written of customers where no save noted it.</summary>
    /// <param name="ids">The customers.</param>
    /// <param name="cancellationToken">Cancels the note.</param>
    /// <returns>When it is noted.</returns>
    Task TouchAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken);
}
