namespace Crm.Domain.Partners;

/// <summary>Looks for what else is about the same customer, product and period.</summary>
internal sealed class DealConflictCheck(IDealRegistrationStore registrations, IDealMarket market)
{
    /// <summary>Finds all of it, what blocks first.</summary>
    public async Task<IReadOnlyList<DealConflict>> FindAsync(DealRegistration registration, CancellationToken cancellationToken)
    {
        if (registration.CustomerId is not { } customer)
        {
            return [];
        }

        var others = await registrations.OfCustomerAsync(customer, cancellationToken).ConfigureAwait(false);
        var deals = await market.OpenAsync(customer, cancellationToken).ConfigureAwait(false);
        return
        [
            .. others.Where(o => o.Id != registration.Id && o.Status != DealRegistrationStatus.Draft && registration.Overlaps(o))
                .Select(o => new DealConflict(o.Status == DealRegistrationStatus.Approved ? DealConflictKind.Approved : DealConflictKind.Rival, o.Id.Value, o.Title))
                .Concat(deals.Where(d => IsSame(registration, d)).Select(d => new DealConflict(DealConflictKind.Opportunity, d.OpportunityId.Value, d.Name)))
                .OrderBy(c => c.Kind).ThenBy(c => c.Id),
        ];
    }

    // An opportunity of which neither day nor products are known could be any.
    private static bool IsSame(DealRegistration registration, OpenDeal deal) =>
        (deal.CloseDate is not { } day || (day >= registration.From && day <= (registration.ExtensionThrough ?? registration.Through)))
        && (deal.Skus.Count == 0 || registration.Lines.Any(l => deal.Skus.Contains(l.Sku)));
}
