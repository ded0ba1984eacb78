using System.Linq.Expressions;
using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Reads the customers for which a compiled condition holds, without tracking.</summary>
public interface ICustomerSegmentQueries
{
    /// <summary>The target for which conditions are compiled.</summary>
    ICriteriaSource Source { get; }

    /// <summary>Lists customers, newest first.</summary>
    /// <param name="where">The condition.</param>
    /// <param name="reach">The records the caller may read.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<CustomerSummary>> ListAsync(Expression<Func<Customer, bool>> where, CrmReach reach, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Counts customers.</summary>
    /// <param name="where">The condition.</param>
    /// <param name="reach">The records the caller may read.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>How many there are.</returns>
    Task<int> CountAsync(Expression<Func<Customer, bool>> where, CrmReach reach, CancellationToken cancellationToken);

    /// <summary>Lists customers in the order of a custom field, those without a value last, equal ones by id.</summary>
    /// <param name="where">The condition.</param>
    /// <param name="field">The field.</param>
    /// <param name="isDescending">Whether the greatest value comes first.</param>
    /// <param name="reach">The records the caller may read.</param>
    /// <param name="take">How many.</param>
    /// <param name="after">Continue after this row.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; null when the key is of a field of another type.</returns>
    Task<FieldPage?> ListAsync(
        Expression<Func<Customer, bool>> where, CustomField field, bool isDescending, CrmReach reach, int take, FieldPageKey? after, CancellationToken cancellationToken);

    /// <summary>Says which of several conditions hold for a customer.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="conditions">The conditions.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The answers in their order; null when there is no such customer.</returns>
    Task<IReadOnlyList<bool>?> ExplainAsync(CustomerId id, IReadOnlyList<Expression<Func<Customer, bool>>> conditions, CancellationToken cancellationToken);
}
