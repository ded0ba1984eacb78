using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>The leads of sales, as far as partners have to do with them. Finds none where sales is not in use. Never saves.</summary>
public interface IOfferedLeads
{
    /// <summary>Finds leads.</summary>
    /// <param name="ids">Which.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Those that there are.</returns>
    Task<IReadOnlyDictionary<LeadId, OfferedLead>> FindAsync(IReadOnlyCollection<LeadId> ids, CancellationToken cancellationToken);

    /// <summary>Gives a lead to somebody.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="ownerId">Who answers for it since; null to give it back.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>Success, or <c>LeadNotFound</c>, <c>LeadConverted</c>.</returns>
    Task<CrmResult> AssignAsync(LeadId id, string? ownerId, Instant now, CancellationToken cancellationToken);

    /// <summary>Puts a lead that a partner works on in another status.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="status">Working, nurturing or disqualified.</param>
    /// <param name="reason">Why it is disqualified.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>Success, or <c>LeadNotFound</c>, <c>LeadConverted</c>, <c>LeadTransitionNotAllowed</c>.</returns>
    Task<CrmResult> MoveAsync(LeadId id, LeadStatus status, string? reason, Instant now, CancellationToken cancellationToken);
}
