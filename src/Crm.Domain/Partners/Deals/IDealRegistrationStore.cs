using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>Loads registrations of deals. Finds nothing of another tenant. Never saves.</summary>
public interface IDealRegistrationStore
{
    /// <summary>Loads a registration.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked registration, or null.</returns>
    Task<DealRegistration?> FindAsync(DealRegistrationId id, CancellationToken cancellationToken);

    /// <summary>The registrations of a customer that are not closed, what this unit of work changed included.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The registrations with their lines, to read.</returns>
    Task<IReadOnlyList<DealRegistration>> OfCustomerAsync(CustomerId customerId, CancellationToken cancellationToken);

    /// <summary>Loads approved registrations whose period is over, those due first first.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The tracked registrations.</returns>
    Task<IReadOnlyList<DealRegistration>> DueAsync(Instant now, int take, CancellationToken cancellationToken);

    /// <summary>Lists registrations, the newest first.</summary>
    /// <param name="criteria">Which.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page, with lines, to read.</returns>
    Task<Page<DealRegistration>> ListAsync(DealRegistrationCriteria criteria, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Adds a new registration, to be written by the next save.</summary>
    /// <param name="registration">The registration.</param>
    void Add(DealRegistration registration);
}
