using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Grants entitlements to service, keeps their accounts, and says which one applies.</summary>
/// <remarks>
/// Scoped service. No act saves; the host saves once. A case counts when it is opened or resolved, by the service desk itself; two that
/// take the last unit at the same time conflict on the entitlement's version, and the second is not opened.
/// </remarks>
[FrontDoor]
public sealed class Entitlements(
    IEntitlementStore entitlements, IServiceCaseStore cases, ICaseMergeStore merges, ICustomerQueries customers, IBusinessZone business, EntitlementOptions options, CrmActs acts,
    IEnumerable<ICaseObserver>? observers = null)
{
    private readonly CaseEntitlements _ofCases = new(entitlements, cases, merges, business, options, acts);

    /// <summary>Grants an entitlement.</summary>
    /// <param name="details">What it is.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The entitlement, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Entitlement>> GrantAsync(EntitlementDetails details, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        return acts.MakeAsync<Entitlement>(
            "service.grant-entitlement",
            async now => await customers.IdentifyAsync(details.CustomerId, cancellationToken).ConfigureAwait(false) is { } customer
                ? Add(details with { CustomerId = customer.Id }, null, now)
                : acts.Errors.CustomerNotFound(details.CustomerId.ToString()),
            cancellationToken);
    }

    /// <summary>Grants the same again for the next period, with an account of its own.</summary>
    /// <param name="id">The entitlement that it follows.</param>
    /// <param name="from">The first day; after the last day of the one before.</param>
    /// <param name="until">The last day.</param>
    /// <param name="total">How much; as much as before when null.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The new entitlement, or <c>ActNotAllowed</c>, <c>EntitlementNotFound</c>, <c>EntitlementRevoked</c>, <c>EntitlementPeriodsOverlap</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Entitlement>> RenewAsync(EntitlementId id, LocalDate from, LocalDate until, decimal? total = null, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<Entitlement>(
            "service.renew-entitlement",
            async now => await entitlements.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } old ? acts.Errors.EntitlementNotFound(id.ToString())
                : old.CanExtend() is { IsPermitted: false } refused ? refused.ToError(acts.Errors)
                : from <= old.ValidUntil ? acts.Errors.EntitlementPeriodsOverlap(id.ToString(), old.ValidUntil.ToString("uuuu-MM-dd", null))
                : Add(
                    new(old.CustomerId, old.Unit, total ?? old.Total, from, until) { Contract = old.Contract, Sku = old.Sku, Decrease = old.Decrease, WhenExhausted = old.WhenExhausted },
                    old.Id,
                    now),
            cancellationToken);

    /// <summary>Moves the last day.</summary>
    /// <inheritdoc cref="SuspendAsync" path="/param[@name != 'reason']" />
    /// <param name="until">The last day from now on; later than before.</param>
    /// <returns>The entitlement, or <c>ActNotAllowed</c>, <c>EntitlementNotFound</c>, <c>VersionConflict</c>, <c>EntitlementRevoked</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Entitlement>> ExtendAsync(EntitlementId id, LocalDate until, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.extend-entitlement", id, expectedVersion, e => e.CanExtend(), (e, now) => e.Extend(until, now), cancellationToken);

    /// <summary>Adds more.</summary>
    /// <inheritdoc cref="SuspendAsync" path="/param[@name != 'reason']" />
    /// <param name="amount">How much.</param>
    /// <param name="note">Why.</param>
    /// <returns>The entitlement, or <c>ActNotAllowed</c>, <c>EntitlementNotFound</c>, <c>VersionConflict</c>, <c>EntitlementRevoked</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Entitlement>> TopUpAsync(EntitlementId id, decimal amount, string? note = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.top-up-entitlement", id, expectedVersion, e => e.CanTopUp(), (e, now) => e.TopUp(amount, note, acts.Gate.Actor.Id, now), cancellationToken);

    /// <summary>Lets no new case be opened under it for the time being.</summary>
    /// <param name="id">The entitlement.</param>
    /// <param name="reason">Why.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The entitlement, or <c>ActNotAllowed</c>, <c>EntitlementNotFound</c>, <c>VersionConflict</c>, <c>EntitlementRevoked</c>, <c>EntitlementSuspended</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Entitlement>> SuspendAsync(EntitlementId id, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.suspend-entitlement", id, expectedVersion, e => e.CanSuspend(), (e, now) => e.Suspend(reason, now), cancellationToken);

    /// <summary>Lets cases be opened under it again.</summary>
    /// <inheritdoc cref="SuspendAsync" path="/param[@name != 'reason']" />
    /// <returns>The entitlement, or <c>ActNotAllowed</c>, <c>EntitlementNotFound</c>, <c>VersionConflict</c>, <c>EntitlementRevoked</c>, <c>EntitlementNotSuspended</c>.</returns>
    public Task<CrmResult<Entitlement>> ResumeAsync(EntitlementId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.resume-entitlement", id, expectedVersion, e => e.CanResume(), (e, now) => e.Resume(now), cancellationToken);

    /// <summary>Ends it for good.</summary>
    /// <inheritdoc cref="SuspendAsync" path="/param" />
    /// <returns>The entitlement, or <c>ActNotAllowed</c>, <c>EntitlementNotFound</c>, <c>VersionConflict</c>, <c>EntitlementRevoked</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Entitlement>> RevokeAsync(EntitlementId id, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.revoke-entitlement", id, expectedVersion, e => e.CanRevoke(), (e, now) => e.Revoke(reason, now), cancellationToken);

    /// <summary>Names the entitlement of a case that was opened without one. It counts at once where cases count at their creation.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="id">The entitlement.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>CaseMerged</c>, <c>CaseClosed</c>, <c>CaseCoveredAlready</c>, <c>EntitlementNotFound</c>, and what
    /// <see cref="Entitlement.CanCover"/> refuses.</returns>
    public Task<CrmResult<ServiceCase>> CoverAsync(ServiceCaseId caseId, EntitlementId id, CancellationToken cancellationToken = default) => acts.MakeAsync<ServiceCase>(
        "service.cover-case",
        async now =>
        {
            if (await cases.FindAsync(caseId, cancellationToken).ConfigureAwait(false) is not { } about)
            {
                return acts.Errors.CaseNotFound(caseId.ToString());
            }

            if (about.CanCover() is { IsPermitted: false } refused)
            {
                return refused.ToError(acts.Errors);
            }

            var asked = new CaseDetails(about.CustomerId, about.Subject) { OrganisationId = about.OrganisationId, Sku = about.Sku, EntitlementId = id };
            var chosen = await _ofCases.ChooseAsync(asked, now, cancellationToken).ConfigureAwait(false);
            if (!chosen.Succeeded)
            {
                return CrmResult<ServiceCase>.Failed(chosen.Errors);
            }

            about.Cover(id, now);
            await _ofCases.OpenedAsync(about, now, cancellationToken).ConfigureAwait(false);
            await observers.ChangedAsync([about], now, cancellationToken).ConfigureAwait(false);
            return about;
        },
        cancellationToken);

    /// <summary>Reports hours of work on a case. They count however much is left, and whatever the day: the work was done.</summary>
    /// <param name="caseId">The case, or one that was merged into it.</param>
    /// <param name="hours">The hours; more than zero, with at most four decimals.</param>
    /// <param name="note">What was done.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The entitlement, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>CaseNotCovered</c>, <c>EntitlementCountsCases</c>, <c>EntitlementRevoked</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Entitlement>> ReportTimeAsync(ServiceCaseId caseId, decimal hours, string? note = null, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<Entitlement>(
            "service.report-time",
            async now =>
            {
                var end = await merges.TargetOfAsync(caseId, cancellationToken).ConfigureAwait(false) ?? caseId;
                if (await cases.FindAsync(end, cancellationToken).ConfigureAwait(false) is not { } about)
                {
                    return acts.Errors.CaseNotFound(caseId.ToString());
                }

                if (about.EntitlementId is not { } id || await entitlements.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } found)
                {
                    return acts.Errors.CaseNotCovered(about.Number.Value);
                }

                if (found.Unit != EntitlementUnit.Hours)
                {
                    return acts.Errors.EntitlementCountsCases(id.ToString());
                }

                found.Use(about.Id, hours, note, acts.Gate.Actor.Id, now);
                return found;
            },
            cancellationToken);

    /// <summary>Finds an entitlement.</summary>
    /// <param name="id">The entitlement.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The entitlement; null when there is none or the actor may not read it.</returns>
    public async Task<Entitlement?> FindAsync(EntitlementId id, CancellationToken cancellationToken = default) =>
        await entitlements.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } found && MayRead(found.CustomerId) ? found : null;

    /// <summary>Lists the entitlements of a customer, the first to begin first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The entitlements; none when the actor may not read the customer.</returns>
    public async Task<IReadOnlyList<Entitlement>> ListAsync(CustomerId customerId, CancellationToken cancellationToken = default)
    {
        var owner = await customers.SurvivorOfAsync(customerId, cancellationToken).ConfigureAwait(false) ?? customerId;
        return MayRead(owner) ? await entitlements.OfCustomersAsync([owner], cancellationToken).ConfigureAwait(false) : [];
    }

    /// <summary>Says which entitlement would apply to a case: one that has something left, of the product before one of all, the first to end.</summary>
    /// <param name="customerId">The customer who asks.</param>
    /// <param name="organisationId">The organisation on whose behalf.</param>
    /// <param name="sku">The product.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The entitlement, one that is used up only where no other fits; null when none fits or the actor is not of the staff.</returns>
    public async Task<Entitlement?> ApplyingAsync(CustomerId customerId, CustomerId? organisationId = null, string? sku = null, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await _ofCases.FittingAsync(customerId, organisationId, sku, acts.Now, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Reads the saved entries of an account, the first first.</summary>
    /// <param name="id">The entitlement.</param>
    /// <param name="after">Only entries after this number; 0 for all.</param>
    /// <param name="take">How many; 1 to <see cref="PageRequest.MaxTake"/>.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The entries; none when the actor may not read them.</returns>
    public async Task<IReadOnlyList<EntitlementEntry>> EntriesAsync(EntitlementId id, int after = 0, int take = 50, CancellationToken cancellationToken = default) =>
        await FindAsync(id, cancellationToken).ConfigureAwait(false) is null
            ? []
            : await entitlements.EntriesAsync(id, after, Math.Clamp(take, 1, PageRequest.MaxTake), cancellationToken).ConfigureAwait(false);

    /// <summary>Replays an account until an instant.</summary>
    /// <param name="id">The entitlement.</param>
    /// <param name="asOf">The instant; now when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The balance, or <c>EntitlementNotFound</c>.</returns>
    public async Task<CrmResult<EntitlementBalance>> BalanceAsync(EntitlementId id, Instant? asOf = null, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(id, cancellationToken).ConfigureAwait(false) is null)
        {
            return acts.Errors.EntitlementNotFound(id.ToString());
        }

        var entries = await entitlements.EntriesAsync(id, 0, int.MaxValue, cancellationToken).ConfigureAwait(false);
        return EntitlementBalance.Of(entries, asOf ?? acts.Now);
    }

    private Entitlement Add(EntitlementDetails details, EntitlementId? renewalOf, Instant now)
    {
        var granted = new Entitlement(EntitlementId.New(now), details, renewalOf, acts.Gate.Actor.Id, now);
        entitlements.Add(granted);
        return granted;
    }

    private bool MayRead(CustomerId owner) => acts.Gate.Readable is var reach && (reach.Everything || reach.Includes(owner.ToSubject()));

    private Task<CrmResult<Entitlement>> ChangeAsync(
        string act, EntitlementId id, long? expectedVersion, Func<Entitlement, CrmRuling> may, Action<Entitlement, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, entitlements.FindAsync(id, cancellationToken), e => e.EntitlementNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);
}
