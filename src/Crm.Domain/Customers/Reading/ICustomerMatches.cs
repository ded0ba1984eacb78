using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>Asks criteria of customers that another area names, many at once.</summary>
public interface ICustomerMatches
{
    /// <summary>What is wrong with criteria on customers.</summary>
    /// <param name="criterion">The criteria.</param>
    /// <param name="asOf">When windows end.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>What <see cref="FieldCatalogue{T}.Compile(Criterion, CriteriaMoment, CrmErrorDescriber?)"/> refuses; nothing where they compile.</returns>
    Task<IReadOnlyList<CrmError>> CheckAsync(Criterion criterion, Instant asOf, CancellationToken cancellationToken);

    /// <summary>Those of some customers for which criteria hold.</summary>
    /// <param name="criterion">The criteria.</param>
    /// <param name="ids">The customers, at most <see cref="PageRequest.MaxTake"/>.</param>
    /// <param name="asOf">When windows end and facts stop counting.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The customers; none where the criteria do not compile. A customer that is not saved yet is not among them.</returns>
    Task<IReadOnlySet<CustomerId>> HoldingAsync(Criterion criterion, IReadOnlyCollection<CustomerId> ids, Instant asOf, CancellationToken cancellationToken);

    /// <summary>Which conditions of criteria hold for one customer.</summary>
    /// <param name="criterion">The criteria.</param>
    /// <param name="id">The customer.</param>
    /// <param name="asOf">When windows end and facts stop counting.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The explanation; null where there is no such customer or the criteria do not compile.</returns>
    Task<SegmentExplanation?> ExplainAsync(Criterion criterion, CustomerId id, Instant asOf, CancellationToken cancellationToken);
}
