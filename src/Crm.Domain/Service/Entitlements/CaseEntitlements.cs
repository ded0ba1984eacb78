using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Keeps cases and the accounts of entitlements together, in one unit of work. A case counts once, whatever becomes of it.</summary>
internal sealed class CaseEntitlements(IEntitlementStore entitlements, IServiceCaseStore cases, ICaseMergeStore merges, IBusinessZone business, EntitlementOptions options, CrmActs acts)
    : ICaseEntitlements, ICaseObserver
{
    public async Task<CrmResult<CaseDetails>> ChooseAsync(CaseDetails details, Instant now, CancellationToken cancellationToken)
    {
        if (details.EntitlementId is { } named)
        {
            var found = await entitlements.FindAsync(named, cancellationToken).ConfigureAwait(false);
            return found is null ? acts.Errors.EntitlementNotFound(named.ToString())
                : MayCover(found, details, now) is { IsPermitted: false } refused ? refused.ToError(acts.Errors)
                : details;
        }

        if (!options.ChoosesForNewCases)
        {
            return details;
        }

        var chosen = await FittingAsync(details.CustomerId, details.OrganisationId, details.Sku, now, cancellationToken).ConfigureAwait(false);
        return chosen is null ? details
            : MayCover(chosen, details, now) is { IsPermitted: false } exhausted ? exhausted.ToError(acts.Errors)
            : details with { EntitlementId = chosen.Id };
    }

    public async Task OpenedAsync(ServiceCase opened, Instant now, CancellationToken cancellationToken)
    {
        if (await OfAsync(opened, cancellationToken).ConfigureAwait(false) is { Unit: EntitlementUnit.Cases, Decrease: EntitlementDecrease.Creation } entitlement)
        {
            entitlement.Use(opened.Id, 1, null, acts.Gate.Actor.Id, now);
        }
    }

    public async Task SettledAsync(ServiceCase settled, Instant now, CancellationToken cancellationToken)
    {
        if (await OfAsync(settled, cancellationToken).ConfigureAwait(false) is not { Unit: EntitlementUnit.Cases } entitlement)
        {
            return;
        }

        var used = await entitlements.UsedByAsync(entitlement.Id, settled.Id, cancellationToken).ConfigureAwait(false);
        if (settled.MergedIntoId is { } into)
        {
            // Two cases about the same count once: the one that goes on.
            var target = await merges.TargetOfAsync(into, cancellationToken).ConfigureAwait(false) is { } end ? await cases.FindAsync(end, cancellationToken).ConfigureAwait(false) : null;
            if (used > 0 && target?.EntitlementId == entitlement.Id)
            {
                entitlement.GiveBack(settled.Id, used, target.Number.Value, acts.Gate.Actor.Id, now);
            }
        }
        else if (used == 0 && entitlement.Decrease == EntitlementDecrease.Resolution && entitlement.CanUse())
        {
            entitlement.Use(settled.Id, 1, null, acts.Gate.Actor.Id, now);
        }
    }

    /// <summary>
    /// The entitlement that applies: one that has something left before one that has not, of the product before one of all, the
    /// customer's own before the organisation's, the first to end, the oldest.
    /// </summary>
    public async Task<Entitlement?> FittingAsync(CustomerId customer, CustomerId? organisation, string? sku, Instant now, CancellationToken cancellationToken)
    {
        var today = now.InZone(business.Zone).Date;
        List<CustomerId> owners = organisation is { } known && known != customer ? [customer, known] : [customer];
        return (await entitlements.OfCustomersAsync(owners, cancellationToken).ConfigureAwait(false))
            .Select(e => (Entitlement: e, Ruling: e.CanCover(customer, organisation, sku, today)))
            .Where(e => e.Ruling.IsPermitted || e.Ruling.Code == nameof(CrmErrorDescriber.EntitlementExhausted))
            .OrderBy(e => e.Entitlement.IsExhausted).ThenBy(e => !e.Ruling.IsPermitted).ThenBy(e => e.Entitlement.Sku is null)
            .ThenBy(e => e.Entitlement.CustomerId != customer).ThenBy(e => e.Entitlement.ValidUntil).ThenBy(e => e.Entitlement.Id)
            .Select(e => e.Entitlement).FirstOrDefault();
    }

    private CrmRuling MayCover(Entitlement entitlement, CaseDetails details, Instant now) =>
        entitlement.CanCover(details.CustomerId, details.OrganisationId, details.Sku, now.InZone(business.Zone).Date);

    private async Task<Entitlement?> OfAsync(ServiceCase about, CancellationToken cancellationToken) =>
        about.EntitlementId is { } id ? await entitlements.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;
}
