using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>
/// Takes registrations through their approvers, lets them expire and makes opportunities of them. Nothing is approved while another registration of
/// the same customer, product and month is, or while an open opportunity is about the same. Of two that are approved at the same time one is saved.
/// </summary>
/// <remarks>Scoped service, for staff. No act saves but <see cref="ConvertAsync"/>; the host saves once. A save that is overtaken answers <c>AlreadyExists</c> or <c>VersionConflict</c>.</remarks>
[FrontDoor]
public sealed class DealApprovals(IDealRegistrationStore registrations, IDealMarket market, IBusinessZone business, PartnerOptions options, ICrmUnitOfWork unitOfWork, CrmActs acts)
{
    private readonly DealConflictCheck _check = new(registrations, market);

    /// <summary>Asks approvers: for a registration under review, or for the longer period of an approved one.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="approvers">The approvers, in their order; <see cref="PartnerOptions.DealApprovers"/> when null.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The registration, or <c>ActNotAllowed</c>, <c>DealRegistrationNotFound</c>, <c>VersionConflict</c>, <c>DealTransitionNotAllowed</c>, <c>DealCustomerUnknown</c>,
    /// <c>DealApprovalPending</c>, <c>DealConflicts</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<DealRegistration>> RequestAsync(
        DealRegistrationId id, IReadOnlyList<string>? approvers = null, long? expectedVersion = null, CancellationToken cancellationToken = default) => DecideAsync(
        "partners.request-deal-approval", id, expectedVersion, (d, _) => d.CanRequestApproval(), _ => true, (d, now) => d.RequestApproval(approvers ?? [.. options.DealApprovers], now), cancellationToken);

    /// <summary>The actor, whose turn it is, approves. When the last approver does, the deal is the partner's alone.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The registration, or <c>ActNotAllowed</c>, <c>DealRegistrationNotFound</c>, <c>VersionConflict</c>, <c>DealApprovalMissing</c>, <c>DealApproverWrong</c>, <c>DealPeriodOver</c>, <c>DealConflicts</c>.</returns>
    public Task<CrmResult<DealRegistration>> ApproveAsync(DealRegistrationId id, long? expectedVersion = null, CancellationToken cancellationToken = default) => DecideAsync(
        "partners.approve-deal", id, expectedVersion, (d, now) => d.CanApprove(acts.Gate.Actor.Id, End(d), now), _ => true, (d, now) => d.Approve(acts.Gate.Actor.Id, End(d), now), cancellationToken);

    /// <summary>The actor, whose turn it is, refuses: the registration is rejected; of an approved one, the period stays as it is.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="reason">Why; the partner reads it.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The registration, or <c>ActNotAllowed</c>, <c>DealRegistrationNotFound</c>, <c>VersionConflict</c>, <c>DealApprovalMissing</c>, <c>DealApproverWrong</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<DealRegistration>> RefuseAsync(DealRegistrationId id, string reason, long? expectedVersion = null, CancellationToken cancellationToken = default) => DecideAsync(
        "partners.refuse-deal", id, expectedVersion, (d, _) => d.CanDecide(acts.Gate.Actor.Id), _ => false, (d, now) => d.Refuse(acts.Gate.Actor.Id, reason, now), cancellationToken);

    /// <summary>Makes an opportunity of an approved registration and saves: with its amount, its last day, and a draft of a quote with its lines where orders are in use.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="ownerId">Who answers for the opportunity; the actor when null.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>DealRegistrationNotFound</c>, <c>VersionConflict</c>, <c>DealTransitionNotAllowed</c>, <c>DealPeriodOver</c>, <c>DealWithoutSales</c>,
    /// or what opening an opportunity and drafting a quote refuse.</returns>
    public Task<CrmResult<OpportunityId>> ConvertAsync(DealRegistrationId id, string? ownerId = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        unitOfWork.InTransactionAsync(token => acts.MakeAsync("partners.convert-deal", now => OpenAsync(id, ownerId, expectedVersion, now, token), token), cancellationToken);

    /// <summary>Lets every approved registration expire whose period is over: the deal is back on the market.</summary>
    /// <param name="take">How many; 1 to <see cref="PageRequest.MaxTake"/>.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>Those that expired, or <c>ActNotAllowed</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is out of its bounds.</exception>
    public Task<CrmResult<IReadOnlyList<DealRegistration>>> RunAsync(int take = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, PageRequest.MaxTake);
        return acts.MakeAsync<IReadOnlyList<DealRegistration>>(
            "partners.expire-deals",
            async now =>
            {
                var due = (await registrations.DueAsync(now, take, cancellationToken).ConfigureAwait(false)).ToList();
                due.ForEach(d => d.Expire(now));
                return due;
            },
            cancellationToken);
    }

    private async Task<CrmResult<OpportunityId>> OpenAsync(DealRegistrationId id, string? ownerId, long? expectedVersion, Instant now, CancellationToken cancellationToken)
    {
        if (await registrations.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return acts.Errors.DealRegistrationNotFound(id.ToString());
        }

        if (expectedVersion is { } expected && expected != found.Version)
        {
            return acts.Errors.VersionConflict($"{nameof(DealRegistration)} {id}");
        }

        found.CanConvert(now).Demand();
        var lines = found.Lines.Select(l => new DealLineDetails(l.Sku, l.Quantity, l.UnitPrice)).ToList();
        var opened = await market.ConvertAsync(
            new DealToConvert(found.PartnerId, found.CustomerId!.Value, found.Title, found.Note, found.Through, found.Amount, lines), ownerId, cancellationToken).ConfigureAwait(false);
        if (opened.TryGetValue(out var opportunity))
        {
            found.Convert(opportunity, now);
        }

        return opened;
    }

    private Instant End(DealRegistration registration) => business.Zone.AtStartOfDay((registration.ExtensionThrough ?? registration.Through).PlusDays(1)).ToInstant();

    private async Task<CrmResult<DealRegistration>> DecideAsync(
        string act,
        DealRegistrationId id,
        long? expectedVersion,
        Func<DealRegistration, Instant, CrmRuling> may,
        Func<DealRegistration, bool> isChecked,
        Action<DealRegistration, Instant> change,
        CancellationToken cancellationToken)
    {
        var found = acts.Gate.Actor.IsStaff ? await registrations.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;
        var blocking = found is not null && isChecked(found)
            ? (await _check.FindAsync(found, cancellationToken).ConfigureAwait(false)).FirstOrDefault(c => c.IsBlocking)
            : null;
        return await acts.ChangeAsync(
            act,
            Task.FromResult(found),
            e => e.DealRegistrationNotFound(id.ToString()),
            expectedVersion,
            d => may(d, acts.Now).Then(blocking is null ? CrmRuling.Permitted : CrmRuling.Refused(e => e.DealConflicts(blocking.Name))),
            change,
            cancellationToken).ConfigureAwait(false);
    }
}
