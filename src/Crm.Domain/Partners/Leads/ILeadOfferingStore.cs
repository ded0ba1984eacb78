using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>Loads offerings of leads. Finds nothing of another tenant. Never saves.</summary>
public interface ILeadOfferingStore
{
    /// <summary>Loads the offering of a lead.</summary>
    /// <param name="leadId">The lead.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked offering, or null.</returns>
    Task<LeadOffering?> FindAsync(LeadId leadId, CancellationToken cancellationToken);

    /// <summary>Loads offerings whose deadline has passed, those due first first.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The tracked offerings.</returns>
    Task<IReadOnlyList<LeadOffering>> DueAsync(Instant now, int take, CancellationToken cancellationToken);

    /// <summary>The leads that a partner is asked about or took, the newest first.</summary>
    /// <param name="partnerId">The partner.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page of offerings without their offers, to read.</returns>
    Task<Page<LeadOffering>> OfPartnerAsync(PartnerId partnerId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Adds a new offering, to be written by the next save.</summary>
    /// <param name="offering">The offering.</param>
    void Add(LeadOffering offering);
}
