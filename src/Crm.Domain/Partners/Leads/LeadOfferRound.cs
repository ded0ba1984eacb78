using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>Goes on to the next partner.</summary>
internal sealed class LeadOfferRound(IOfferedLeads leads, IPartnerStore partners, IBusinessZone business, PartnerOptions options)
{
    private IReadOnlyList<Partner>? _partners;

    /// <summary>Draws the next partner of a lead; null where nobody is left.</summary>
    public async Task<LeadChoice?> ChooseAsync(LeadOffering offering, Instant now, CancellationToken cancellationToken)
    {
        var day = now.InZone(business.Zone).Date;
        _partners ??= await partners.WeightedAsync(day, cancellationToken).ConfigureAwait(false);
        return PartnerRouting.Choose(offering.Place, _partners, offering.Asked, offering.Seed, offering.Offers.Count + 1);
    }

    /// <summary>Asks the next partner, or gives the lead back to the staff where nobody is left or nothing will come of it.</summary>
    public async Task ContinueAsync(LeadOffering offering, Instant now, CancellationToken cancellationToken)
    {
        var found = await leads.FindAsync([offering.LeadId], cancellationToken).ConfigureAwait(false);
        if (!found.TryGetValue(offering.LeadId, out var lead) || !lead.IsOpen)
        {
            offering.Withdraw(now);
        }
        else if (await ChooseAsync(offering, now, cancellationToken).ConfigureAwait(false) is { } next)
        {
            offering.Offer(next, now + options.LeadOfferTime, now);
        }
        else
        {
            offering.Exhaust(now);
        }
    }
}
