using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>Loads partners. Finds nothing of another tenant. Never saves.</summary>
public interface IPartnerStore
{
    /// <summary>Loads a partner.</summary>
    /// <param name="id">The partner.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked partner, or null.</returns>
    Task<Partner?> FindAsync(PartnerId id, CancellationToken cancellationToken);

    /// <summary>Loads a partner by its name.</summary>
    /// <param name="name">The name, as it is written.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked partner, or null.</returns>
    Task<Partner?> FindByNameAsync(string name, CancellationToken cancellationToken);

    /// <summary>Loads the partner with an open invitation.</summary>
    /// <param name="tokenHash">The hash of the invitation's token.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked partner, or null.</returns>
    Task<Partner?> FindByTokenAsync(string tokenHash, CancellationToken cancellationToken);

    /// <summary>Loads the partner of a principal.</summary>
    /// <param name="principalId">Id in the host's user directory.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked partner, or null.</returns>
    Task<Partner?> FindByPrincipalAsync(string principalId, CancellationToken cancellationToken);

    /// <summary>Whether an organisation is an active partner already.</summary>
    /// <param name="customerId">The organisation.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>True when it is.</returns>
    Task<bool> IsPartnerAsync(CustomerId customerId, CancellationToken cancellationToken);

    /// <summary>The active partners with a weight above zero whose validity holds on a day, by id, with their types and areas.</summary>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The partners, to read.</returns>
    Task<IReadOnlyList<Partner>> WeightedAsync(LocalDate day, CancellationToken cancellationToken);

    /// <summary>Lists partners, the newest first.</summary>
    /// <param name="criteria">Which.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<PartnerSummary>> ListAsync(PartnerCriteria criteria, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Adds a new partner, to be written by the next save.</summary>
    /// <param name="partner">The partner.</param>
    void Add(Partner partner);
}
