using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;

namespace Crm.Domain.Partners;

/// <summary>The opportunities of sales, as far as registrations have to do with them. Finds none where sales is not in use. Never saves.</summary>
public interface IDealMarket
{
    /// <summary>The open opportunities of a customer, whoever works on them.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The opportunities.</returns>
    Task<IReadOnlyList<OpenDeal>> OpenAsync(CustomerId customerId, CancellationToken cancellationToken);

    /// <summary>Makes an opportunity of a registration, and a draft of a quote with its lines where orders are in use.</summary>
    /// <param name="registration">What is registered.</param>
    /// <param name="ownerId">Who answers for it; the actor when null.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The opportunity, or <c>DealWithoutSales</c>, or what opening an opportunity and drafting a quote refuse.</returns>
    Task<CrmResult<OpportunityId>> ConvertAsync(DealToConvert registration, string? ownerId, CancellationToken cancellationToken);
}
