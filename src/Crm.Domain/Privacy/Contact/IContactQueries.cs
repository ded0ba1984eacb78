using Crm.Domain.Customers;

namespace Crm.Domain.Privacy;

/// <summary>Reads without tracking what decides whether customers may be contacted.</summary>
public interface IContactQueries
{
    /// <summary>What is known of many customers, in a number of commands that does not depend on how many.</summary>
    /// <param name="ids">Living customers.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Customer to facts; every one that was asked about is there.</returns>
    Task<IReadOnlyDictionary<CustomerId, ContactFacts>> FactsAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken);

    /// <summary>The customers that have an address.</summary>
    /// <param name="kinds">Kinds of address.</param>
    /// <param name="key">The comparison key.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The customers.</returns>
    Task<IReadOnlyList<CustomerId>> AtAsync(IReadOnlyCollection<ContactPointKind> kinds, string key, CancellationToken cancellationToken);
}
