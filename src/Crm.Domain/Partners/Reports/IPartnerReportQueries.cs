using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>Reads what reports on partners are made of, and keeps benefits and payouts. Finds nothing of another tenant. Never saves.</summary>
public interface IPartnerReportQueries
{
    /// <summary>What a partner did before an instant.</summary>
    /// <param name="partnerId">The partner.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>What it did.</returns>
    Task<PartnerActivity> ActivityAsync(PartnerId partnerId, Instant asOf, CancellationToken cancellationToken);

    /// <summary>Finds a benefit or payout.</summary>
    /// <param name="id">The fact.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The fact, or null.</returns>
    Task<PartnerFact?> FindAsync(PartnerFactId id, CancellationToken cancellationToken);

    /// <summary>Whether a benefit or payout was taken back.</summary>
    /// <param name="id">The fact.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>True when it was.</returns>
    Task<bool> IsReversedAsync(PartnerFactId id, CancellationToken cancellationToken);

    /// <summary>Lists the benefits and payouts of a partner, the newest first.</summary>
    /// <param name="partnerId">The partner.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<PartnerFact>> ListAsync(PartnerId partnerId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Adds a new fact, to be written by the next save.</summary>
    /// <param name="fact">The fact.</param>
    void Add(PartnerFact fact);
}
