using System.Buffers.Binary;
using System.Security.Cryptography;
using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>Offers leads to partners by area and weight, one after the other until one takes it, and takes them back.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once. What partners answer comes to <see cref="PartnerLeads"/>.</remarks>
[FrontDoor]
public sealed class LeadOffers(ILeadOfferingStore offerings, IOfferedLeads leads, IPartnerStore partners, IBusinessZone business, PartnerOptions options, CrmActs acts)
{
    private readonly LeadOfferRound _round = new(leads, partners, business, options);

    /// <summary>Offers a lead: to a partner that is named, else to one that is drawn by area and weight.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="partnerId">The partner; null for the draw.</param>
    /// <param name="point">Where the lead is on the earth; null where that is not known. Counts the first time a lead is offered.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The offering, or <c>ActNotAllowed</c>, <c>LeadNotFound</c>, <c>LeadNotOffered</c>, <c>PartnerNotFound</c>, <c>PartnerInactive</c>, <c>LeadOfferPending</c>,
    /// <c>LeadOfferTaken</c>, <c>LeadOfferDeclined</c>, <c>NoPartnerFits</c>.</returns>
    public Task<CrmResult<LeadOffering>> OfferAsync(LeadId id, PartnerId? partnerId = null, GeoPoint? point = null, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<LeadOffering>(
            "partners.offer-lead",
            async now =>
            {
                var found = await leads.FindAsync([id], cancellationToken).ConfigureAwait(false);
                if (!found.TryGetValue(id, out var lead))
                {
                    return acts.Errors.LeadNotFound(id.ToString());
                }

                if (!lead.IsOpen)
                {
                    return acts.Errors.LeadNotOffered(acts.Errors.NameOf(lead.Status));
                }

                var offering = await offerings.FindAsync(id, cancellationToken).ConfigureAwait(false);
                var isNew = offering is null;
                offering ??= new LeadOffering(LeadOfferingId.New(now), id, new LeadPlace(lead.Address?.Country, lead.Address?.Region, lead.Address?.PostalCode, point), Seed(), now);
                offering.CanExhaust().Demand();
                var choice = partnerId is { } named
                    ? await NamedAsync(offering, named, now, cancellationToken).ConfigureAwait(false)
                    : await _round.ChooseAsync(offering, now, cancellationToken).ConfigureAwait(false) is { } drawn ? drawn : acts.Errors.NoPartnerFits(lead.Name ?? lead.Organisation ?? id.ToString());
                if (!choice.TryGetValue(out var chosen))
                {
                    return CrmResult<LeadOffering>.Failed(choice.Errors);
                }

                offering.Offer(chosen, now + options.LeadOfferTime, now);
                if (isNew)
                {
                    offerings.Add(offering);
                }

                return offering;
            },
            cancellationToken);

    /// <summary>Takes a lead back from the partner that is asked.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="expectedVersion">The version of the offering the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The offering, or <c>ActNotAllowed</c>, <c>LeadOfferNotFound</c>, <c>VersionConflict</c>, <c>LeadOfferTaken</c>.</returns>
    public Task<CrmResult<LeadOffering>> WithdrawAsync(LeadId id, long? expectedVersion = null, CancellationToken cancellationToken = default) => acts.ChangeAsync(
        "partners.withdraw-lead", offerings.FindAsync(id, cancellationToken), e => e.LeadOfferNotFound(id.ToString()), expectedVersion, o => o.CanWithdraw(), (o, now) => o.Withdraw(now), cancellationToken);

    /// <summary>Asks the next partner of every lead whose deadline has passed; where none is left, the lead is back with the staff.</summary>
    /// <param name="take">How many leads; 1 to <see cref="PageRequest.MaxTake"/>.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The offerings that went on, or <c>ActNotAllowed</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is out of its bounds.</exception>
    public Task<CrmResult<IReadOnlyList<LeadOffering>>> RunAsync(int take = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, PageRequest.MaxTake);
        return acts.MakeAsync<IReadOnlyList<LeadOffering>>(
            "partners.run-lead-offers",
            async now =>
            {
                var due = await offerings.DueAsync(now, take, cancellationToken).ConfigureAwait(false);
                foreach (var offering in due)
                {
                    offering.Lapse(now);
                    await _round.ContinueAsync(offering, now, cancellationToken).ConfigureAwait(false);
                }

                return due.ToList();
            },
            cancellationToken);
    }

    /// <summary>Finds the offering of a lead: who was asked, how it was chosen, and what it answered.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The offering, or null; null also when the actor is not of the staff.</returns>
    public async Task<LeadOffering?> FindAsync(LeadId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await offerings.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    private static long Seed() => BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long)));

    private async Task<CrmResult<LeadChoice>> NamedAsync(LeadOffering offering, PartnerId named, Instant now, CancellationToken cancellationToken)
    {
        if (await partners.FindAsync(named, cancellationToken).ConfigureAwait(false) is not { } partner)
        {
            return acts.Errors.PartnerNotFound(named.ToString());
        }

        return !partner.IsValidOn(now.InZone(business.Zone).Date) ? acts.Errors.PartnerInactive(partner.Name)
            : offering.CanOffer(named) is { IsPermitted: false } refused ? refused.ToError(acts.Errors)
            : LeadChoice.ByHand(named);
    }
}
