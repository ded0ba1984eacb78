using Crm.Domain.Customers;

namespace Crm.Domain.Orders;

/// <summary>Loads price lists and agreements of the default catalogue. Finds nothing of another tenant. Never saves.</summary>
public interface IPriceStore
{
    /// <summary>Loads a price list with its prices.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked list, or null.</returns>
    Task<PriceList?> FindListAsync(string key, CancellationToken cancellationToken);

    /// <summary>Reads price lists without their prices, by key, untracked.</summary>
    /// <param name="after">The last key of the page before; null for the first page.</param>
    /// <param name="take">Most lists to return.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The lists.</returns>
    Task<IReadOnlyList<PriceList>> ListsAsync(string? after, int take, CancellationToken cancellationToken);

    /// <summary>Loads an agreement.</summary>
    /// <param name="id">The agreement.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked agreement, or null.</returns>
    Task<PriceAgreement?> FindAgreementAsync(PriceAgreementId id, CancellationToken cancellationToken);

    /// <summary>Reads a customer's agreements, the last one first, untracked.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="take">Most agreements to return.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The agreements, also those that are over.</returns>
    Task<IReadOnlyList<PriceAgreement>> AgreementsAsync(CustomerId customerId, int take, CancellationToken cancellationToken);

    /// <summary>Reads what may price products: the named list, the customer's agreements, the lists of these, and the default lists.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The candidates.</returns>
    Task<PriceCandidates> CandidatesAsync(PriceRequest request, CancellationToken cancellationToken);

    /// <summary>Adds a new list, to be written by the next save.</summary>
    /// <param name="list">The list.</param>
    void Add(PriceList list);

    /// <summary>Adds a new agreement, to be written by the next save.</summary>
    /// <param name="agreement">The agreement.</param>
    void Add(PriceAgreement agreement);
}
