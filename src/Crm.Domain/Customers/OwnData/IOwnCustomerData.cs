using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>What customers read and change of themselves. Whoever asks has made sure of the right to do so. Never saves.</summary>
public interface IOwnCustomerData
{
    /// <summary>Reads a customer without what staff notes for itself.</summary>
    /// <param name="id">The customer; one that was absorbed leads to the survivor.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The profile, or null.</returns>
    Task<CustomerProfile?> ReadAsync(CustomerId id, CancellationToken cancellationToken);

    /// <summary>Whether a change is possible, and where things stand.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The state, or <c>CustomerNotFound</c>, <c>InvalidValue</c>, <c>OwnDataUnchanged</c>, <c>ContactPointUnavailable</c> where another customer has the address or number, <c>ContactPointNotFound</c>,
    /// <c>ContactPointAlreadyPresent</c>.</returns>
    Task<CrmResult<OwnDataState>> CheckAsync(CustomerId id, OwnDataChange change, CancellationToken cancellationToken);

    /// <summary>Makes a change, if what it takes the place of is still there as it was.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="change">The change.</param>
    /// <param name="before">What it takes the place of, as <see cref="CheckAsync"/> said.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The state after it, or <c>OwnDataChangedMeanwhile</c>, or what <see cref="CheckAsync"/> refuses.</returns>
    Task<CrmResult<OwnDataState>> ApplyAsync(CustomerId id, OwnDataChange change, string before, Instant now, CancellationToken cancellationToken);
}
