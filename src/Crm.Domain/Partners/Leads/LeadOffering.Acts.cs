using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

public sealed partial class LeadOffering
{
    /// <summary>Whether a partner can be asked.</summary>
    /// <param name="partnerId">The partner.</param>
    /// <returns>The ruling; refused with <c>LeadOfferPending</c>, <c>LeadOfferTaken</c>, <c>LeadOfferDeclined</c> where that partner did not want it.</returns>
    public CrmRuling CanOffer(PartnerId partnerId) => CanContinue().Then(
        _offers.Exists(o => o.PartnerId == partnerId && o.Outcome == LeadOfferOutcome.Declined) ? CrmRuling.Refused(e => e.LeadOfferDeclined()) : CrmRuling.Permitted);

    /// <summary>Asks a partner.</summary>
    /// <param name="choice">The partner, and how it was chosen.</param>
    /// <param name="deadline">Until when it can answer.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">Somebody is asked or took the lead, or that partner declined.</exception>
    /// <exception cref="ArgumentException">The deadline is not in the future.</exception>
    public void Offer(LeadChoice choice, Instant deadline, Instant now)
    {
        ArgumentNullException.ThrowIfNull(choice);
        Guard.NotEmpty(choice.PartnerId, nameof(choice));
        CanOffer(choice.PartnerId).Demand();
        var until = deadline > now ? Guard.Storable(deadline) : throw new ArgumentException("The deadline is in the future.", nameof(deadline));
        _offers.Add(new LeadOffer(_offers.Count + 1, choice, until, now));
        (Status, PartnerId, DueAt) = (LeadOfferingStatus.Offered, choice.PartnerId, until);
        Raise(new LeadOffered(Id, LeadId, choice.PartnerId, choice.Reach, until, now));
    }

    /// <summary>Whether a partner can take the lead.</summary>
    /// <param name="partnerId">The partner.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>LeadOfferNotFound</c> where that partner is not the one that is asked, <c>LeadOfferOver</c> after the deadline.</returns>
    public CrmRuling CanAccept(PartnerId partnerId, Instant now) => CanAnswer(partnerId, now);

    /// <summary>The partner that is asked takes the lead.</summary>
    /// <param name="partnerId">The partner.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">That partner is not asked, or not any more.</exception>
    public void Accept(PartnerId partnerId, Instant now)
    {
        CanAccept(partnerId, now).Demand();
        Pending!.Settle(LeadOfferOutcome.Accepted, now);
        Settle(LeadOfferingStatus.Accepted, partnerId);
        Raise(new LeadOfferAccepted(Id, LeadId, partnerId, now));
    }

    /// <summary>Whether a partner can decline the lead.</summary>
    /// <param name="partnerId">The partner.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>LeadOfferNotFound</c> where that partner is not the one that is asked, <c>LeadOfferOver</c> after the deadline.</returns>
    public CrmRuling CanDecline(PartnerId partnerId, Instant now) => CanAnswer(partnerId, now);

    /// <summary>The partner that is asked does not want the lead. It is never drawn for it again.</summary>
    /// <param name="partnerId">The partner.</param>
    /// <param name="reason">Why.</param>
    /// <param name="note">Why, in words.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">That partner is not asked, or not any more.</exception>
    /// <exception cref="ArgumentException">The reason is not defined, or the note too long.</exception>
    public void Decline(PartnerId partnerId, LeadDeclineReason reason, string? note, Instant now)
    {
        CanDecline(partnerId, now).Demand();
        var (why, words) = (Guard.Defined(reason), Guard.OptionalLine(note, MaxNoteLength));
        Pending!.Settle(LeadOfferOutcome.Declined, now, why, words);
        Settle(LeadOfferingStatus.Open, null);
        Raise(new LeadOfferDeclined(Id, LeadId, partnerId, why, now));
    }

    /// <summary>Whether the offer is over by the clock.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>LeadOfferNotFound</c> where nobody is asked, <c>LeadOfferPending</c> before the deadline.</returns>
    public CrmRuling CanLapse(Instant now) => DueAt is not { } due ? CrmRuling.Refused(e => e.LeadOfferNotFound(LeadId.ToString()))
        : now < due ? CrmRuling.Refused(e => e.LeadOfferPending()) : CrmRuling.Permitted;

    /// <summary>The partner that is asked did not answer in time.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">Nobody is asked, or there is time left.</exception>
    public void Lapse(Instant now)
    {
        CanLapse(now).Demand();
        var partner = Pending!.PartnerId;
        Pending!.Settle(LeadOfferOutcome.Expired, now);
        Settle(LeadOfferingStatus.Open, null);
        Raise(new LeadOfferExpired(Id, LeadId, partner, now));
    }

    /// <summary>Whether the lead can go back to the staff.</summary>
    /// <returns>The ruling; refused with <c>LeadOfferPending</c>, <c>LeadOfferTaken</c>.</returns>
    public CrmRuling CanExhaust() => CanContinue();

    /// <summary>Nobody is left: the lead goes back to the staff.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">Somebody is asked or took the lead.</exception>
    public void Exhaust(Instant now)
    {
        CanExhaust().Demand();
        Settle(LeadOfferingStatus.Exhausted, null);
        Raise(new LeadOffersExhausted(Id, LeadId, _offers.Count, now));
    }

    /// <summary>Whether the lead can be taken back.</summary>
    /// <returns>The ruling; refused with <c>LeadOfferTaken</c>, <c>LeadOfferNotFound</c> where it was taken back.</returns>
    public CrmRuling CanWithdraw() => Status switch
    {
        LeadOfferingStatus.Accepted => CrmRuling.Refused(e => e.LeadOfferTaken()),
        LeadOfferingStatus.Withdrawn => CrmRuling.Refused(e => e.LeadOfferNotFound(LeadId.ToString())),
        _ => CrmRuling.Permitted,
    };

    /// <summary>Takes the lead back: it is not offered any more, until a member of staff offers it again.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">Somebody took the lead, or it was taken back.</exception>
    public void Withdraw(Instant now)
    {
        CanWithdraw().Demand();
        Pending?.Settle(LeadOfferOutcome.Withdrawn, now);
        Settle(LeadOfferingStatus.Withdrawn, null);
        Raise(new LeadOfferWithdrawn(Id, LeadId, now));
    }

    private CrmRuling CanContinue() => Status switch
    {
        LeadOfferingStatus.Accepted => CrmRuling.Refused(e => e.LeadOfferTaken()),
        LeadOfferingStatus.Offered => CrmRuling.Refused(e => e.LeadOfferPending()),
        _ => CrmRuling.Permitted,
    };

    private CrmRuling CanAnswer(PartnerId partnerId, Instant now) => Status != LeadOfferingStatus.Offered || PartnerId != partnerId
        ? CrmRuling.Refused(e => e.LeadOfferNotFound(LeadId.ToString()))
        : now >= DueAt ? CrmRuling.Refused(e => e.LeadOfferOver()) : CrmRuling.Permitted;
}
