using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.SelfService;

/// <summary>Loads portal accounts. Finds nothing of another tenant. Never saves.</summary>
public interface IPortalAccountStore
{
    /// <summary>Loads an account.</summary>
    /// <param name="id">The account.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked account, or null.</returns>
    Task<PortalAccount?> FindAsync(PortalAccountId id, CancellationToken cancellationToken);

    /// <summary>Loads the account that an invitation is for.</summary>
    /// <param name="tokenHash">The hash of its token.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked account, or null.</returns>
    Task<PortalAccount?> FindByTokenAsync(string tokenHash, CancellationToken cancellationToken);

    /// <summary>Loads the account with a sign-in address that is not closed.</summary>
    /// <param name="emailKey">By which two notations of the address are the same.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked account, or null.</returns>
    Task<PortalAccount?> FindByEmailAsync(string emailKey, CancellationToken cancellationToken);

    /// <summary>Loads the account that an external identity is linked to.</summary>
    /// <param name="issuer">Who vouches for it.</param>
    /// <param name="subject">Who it is there.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked account, or null.</returns>
    Task<PortalAccount?> FindByIdentityAsync(string issuer, string subject, CancellationToken cancellationToken);

    /// <summary>The customers whose accounts belong to an organisation and were accepted and not closed.</summary>
    /// <param name="organisationId">The organisation.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The customers, each once.</returns>
    Task<IReadOnlyList<CustomerId>> CustomersOfAsync(CustomerId organisationId, CancellationToken cancellationToken);

    /// <summary>Lists accounts, newest first.</summary>
    /// <param name="criteria">Which.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<PortalAccountView>> ListAsync(PortalAccountCriteria criteria, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Adds a new account, to be written by the next save.</summary>
    /// <param name="account">The account.</param>
    void Add(PortalAccount account);
}
