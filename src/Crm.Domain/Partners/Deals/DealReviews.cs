using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>Looks at the deals that partners register: who the customer is, what stands against it, and what becomes of it before approvers are asked.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class DealReviews(IDealRegistrationStore registrations, IDealMarket market, ICustomerQueries customers, CrmActs acts)
{
    private readonly DealConflictCheck _check = new(registrations, market);

    /// <summary>Begins the review of a submitted registration.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The registration, or <c>ActNotAllowed</c>, <c>DealRegistrationNotFound</c>, <c>VersionConflict</c>, <c>DealTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<DealRegistration>> BeginAsync(DealRegistrationId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("partners.review-deal", id, expectedVersion, d => d.CanReview(), (d, now) => d.Review(now), cancellationToken);

    /// <summary>Says which customer the prospect of a registration is.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The registration, or <c>ActNotAllowed</c>, <c>DealRegistrationNotFound</c>, <c>VersionConflict</c>, <c>DealTransitionNotAllowed</c>, <c>CustomerNotFound</c>.</returns>
    public async Task<CrmResult<DealRegistration>> IdentifyAsync(DealRegistrationId id, CustomerId customerId, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        var customer = acts.Gate.Actor.IsStaff ? await customers.IdentifyAsync(customerId, cancellationToken).ConfigureAwait(false) : null;
        return await ChangeAsync(
            "partners.identify-deal",
            id,
            expectedVersion,
            d => d.CanIdentify().Then(customer is null ? CrmRuling.Refused(e => e.CustomerNotFound(customerId.ToString())) : CrmRuling.Permitted),
            (d, now) => d.Identify(customer!.Id, now),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns a registration to its partner, who completes it.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="reason">What is missing; the partner reads it.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The registration, or <c>ActNotAllowed</c>, <c>DealRegistrationNotFound</c>, <c>VersionConflict</c>, <c>DealTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<DealRegistration>> ReturnAsync(DealRegistrationId id, string reason, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("partners.return-deal", id, expectedVersion, d => d.CanReturn(), (d, now) => d.Return(reason, now), cancellationToken);

    /// <summary>Rejects a registration.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="reason">Why; the partner reads it.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The registration, or <c>ActNotAllowed</c>, <c>DealRegistrationNotFound</c>, <c>VersionConflict</c>, <c>DealTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<DealRegistration>> RejectAsync(DealRegistrationId id, string reason, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("partners.reject-deal", id, expectedVersion, d => d.CanReject(), (d, now) => d.Reject(reason, now), cancellationToken);

    /// <summary>Closes a registration because the deal was registered before. The partner does not learn by whom.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="ofId">The registration that it repeats.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The registration, or <c>ActNotAllowed</c>, <c>DealRegistrationNotFound</c>, <c>VersionConflict</c>, <c>DealTransitionNotAllowed</c>.</returns>
    public async Task<CrmResult<DealRegistration>> MarkDuplicateAsync(DealRegistrationId id, DealRegistrationId ofId, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        var other = acts.Gate.Actor.IsStaff ? await registrations.FindAsync(ofId, cancellationToken).ConfigureAwait(false) : null;
        return await ChangeAsync(
            "partners.mark-duplicate-deal",
            id,
            expectedVersion,
            d => d.CanMarkDuplicate(ofId).Then(other is null ? CrmRuling.Refused(e => e.DealRegistrationNotFound(ofId.ToString())) : CrmRuling.Permitted),
            (d, now) => d.MarkDuplicate(ofId, now),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What else is about the same customer, product and period: other registrations, and open opportunities of the business's own team too.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>What was found, what blocks first, none while the customer is not known; or <c>ActNotAllowed</c>, <c>DealRegistrationNotFound</c>.</returns>
    public Task<CrmResult<IReadOnlyList<DealConflict>>> ConflictsAsync(DealRegistrationId id, CancellationToken cancellationToken = default) => acts.MakeAsync<IReadOnlyList<DealConflict>>(
        "partners.check-deal",
        async _ => await registrations.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } found
            ? (await _check.FindAsync(found, cancellationToken).ConfigureAwait(false)).ToList()
            : acts.Errors.DealRegistrationNotFound(id.ToString()),
        cancellationToken);

    /// <summary>Finds a registration.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The registration, or null; null also when the actor is not of the staff.</returns>
    public async Task<DealRegistration?> FindAsync(DealRegistrationId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await registrations.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists registrations, the newest first.</summary>
    /// <param name="criteria">Which; all when null.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor is not of the staff.</returns>
    public async Task<Page<DealRegistration>> ListAsync(DealRegistrationCriteria? criteria = null, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await registrations.ListAsync(criteria ?? new(), page ?? PageRequest.First, cancellationToken).ConfigureAwait(false) : new Page<DealRegistration>([], null);

    private Task<CrmResult<DealRegistration>> ChangeAsync(
        string act, DealRegistrationId id, long? expectedVersion, Func<DealRegistration, CrmRuling> may, Action<DealRegistration, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, registrations.FindAsync(id, cancellationToken), e => e.DealRegistrationNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);
}
