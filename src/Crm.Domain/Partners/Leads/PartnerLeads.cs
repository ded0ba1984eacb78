using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>What people of a partner do with leads: they see those that they are asked about or took, answer, and say how they get on.</summary>
/// <remarks>Scoped service, for partners. No act saves; the host saves once. Leads of others look exactly like missing ones.</remarks>
[FrontDoor]
public sealed class PartnerLeads(ILeadOfferingStore offerings, IOfferedLeads leads, IPartnerStore partners, IBusinessZone business, PartnerOptions options, CrmActs acts)
{
    private readonly LeadOfferRound _round = new(leads, partners, business, options);

    /// <summary>Lists the leads that the partner is asked about or took, the newest first.</summary>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor acts for no partner.</returns>
    public async Task<Page<PartnerLead>> ListAsync(PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        if (acts.Gate.Actor.PartnerId() is not { } partner)
        {
            return new Page<PartnerLead>([], null);
        }

        var found = await offerings.OfPartnerAsync(partner, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false);
        var seen = await leads.FindAsync([.. found.Items.Select(o => o.LeadId)], cancellationToken).ConfigureAwait(false);
        return new Page<PartnerLead>([.. found.Items.Where(o => seen.ContainsKey(o.LeadId)).Select(o => PartnerLead.Of(seen[o.LeadId], o, options.LeadFields))], found.Next);
    }

    /// <summary>Finds a lead that the partner is asked about or took.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The lead; null when there is none, or it is somebody else's.</returns>
    public async Task<PartnerLead?> FindAsync(LeadId id, CancellationToken cancellationToken = default) =>
        await OwnAsync(id, cancellationToken).ConfigureAwait(false) is { } own && (await leads.FindAsync([id], cancellationToken).ConfigureAwait(false)).TryGetValue(id, out var lead)
            ? PartnerLead.Of(lead, own, options.LeadFields)
            : null;

    /// <summary>Takes a lead: the partner answers for it from now on.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The lead, or <c>LeadNotFound</c> also where it is somebody else's, <c>LeadOfferNotFound</c> where it is answered, <c>LeadOfferOver</c>, <c>LeadConverted</c>.</returns>
    public Task<CrmResult<LeadId>> AcceptAsync(LeadId id, CancellationToken cancellationToken = default) => AnswerAsync(
        id,
        async (offering, partner, now) =>
        {
            offering.CanAccept(partner, now).Demand();
            if (await leads.AssignAsync(id, OwnerOf(partner), now, cancellationToken).ConfigureAwait(false) is { Succeeded: false } refused)
            {
                return CrmResult<LeadId>.Failed(refused.Errors);
            }

            offering.Accept(partner, now);
            return id;
        },
        cancellationToken);

    /// <summary>Does not take a lead: the next partner is asked, and this one never again for it.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="reason">Why.</param>
    /// <param name="note">Why, in words.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The lead, or <c>LeadNotFound</c> also where it is somebody else's, <c>LeadOfferNotFound</c> where it is answered, <c>LeadOfferOver</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<LeadId>> DeclineAsync(LeadId id, LeadDeclineReason reason, string? note = null, CancellationToken cancellationToken = default) => AnswerAsync(
        id,
        async (offering, partner, now) =>
        {
            offering.Decline(partner, reason, note, now);
            await _round.ContinueAsync(offering, now, cancellationToken).ConfigureAwait(false);
            return id;
        },
        cancellationToken);

    /// <summary>Says how it gets on with a lead that it took.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="status">Working, nurturing or disqualified.</param>
    /// <param name="reason">Why it is disqualified.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The lead, or <c>LeadNotFound</c> also where it is somebody else's or not taken, <c>PartnerFieldClosed</c>, <c>LeadConverted</c>, <c>LeadTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<LeadId>> MoveAsync(LeadId id, LeadStatus status, string? reason = null, CancellationToken cancellationToken = default) => AnswerAsync(
        id,
        async (offering, _, now) =>
        {
            if (offering.Status != LeadOfferingStatus.Accepted)
            {
                return acts.Errors.LeadNotFound(id.ToString());
            }

            if (!options.LeadChanges.Contains(PartnerLeadField.Status))
            {
                return acts.Errors.PartnerFieldClosed(acts.Errors.NameOf(PartnerLeadField.Status));
            }

            return await leads.MoveAsync(id, status, reason, now, cancellationToken).ConfigureAwait(false) is { Succeeded: false } refused ? CrmResult<LeadId>.Failed(refused.Errors) : id;
        },
        cancellationToken);

    /// <summary>Who answers for a lead that a partner took, as it stands with the lead.</summary>
    /// <param name="partnerId">The partner.</param>
    /// <returns>The owner's id, such as <c>partner:0198…</c>.</returns>
    public static string OwnerOf(PartnerId partnerId) => $"{SubjectKinds.Partner}:{partnerId}";

    private Task<CrmResult<LeadId>> AnswerAsync(LeadId id, Func<LeadOffering, PartnerId, Instant, Task<CrmResult<LeadId>>> answer, CancellationToken cancellationToken) =>
        acts.MakeOwnAsync(
            async now => await OwnAsync(id, cancellationToken).ConfigureAwait(false) is { PartnerId: { } partner } own
                ? await answer(own, partner, now).ConfigureAwait(false)
                : acts.Errors.LeadNotFound(id.ToString()),
            cancellationToken);

    private async Task<LeadOffering?> OwnAsync(LeadId id, CancellationToken cancellationToken) =>
        acts.Gate.Actor.PartnerId() is { } partner && await offerings.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } offering && offering.PartnerId == partner ? offering : null;
}
