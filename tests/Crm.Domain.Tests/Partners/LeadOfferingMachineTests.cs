using Crm.Domain.Partners;
using Crm.Domain.Sales;
using Crm.Domain.Tests.InMemory;
using NodaTime;
using static Crm.Domain.Partners.LeadOfferingStatus;

namespace Crm.Domain.Tests.Partners;

[Trait("Check", "PR-03")]
public sealed class LeadOfferingMachineTests
{
    private static readonly PartnerId s_asked = PartnerId.New(Instant.FromUtc(2026, 6, 1, 8, 0));
    private static readonly Duration s_time = Duration.FromDays(30);
    private static readonly Instant s_over = Instant.FromUtc(2030, 1, 1, 0, 0);

    // Each offer is to somebody new, since whoever declined is not asked again; the partner that is asked is read from the offering.
    [Fact]
    public void RandomActs_MoveAsTheTableSaysAndNowhereElse() => Machine.Check<LeadOffering, LeadOfferingStatus>(
        now => new LeadOffering(LeadOfferingId.New(now), LeadId.New(now), new LeadPlace(null, null, null, null), 1, now),
        o => o.Status,
        Open,
        new("offer", o => o.CanOffer(s_asked), (o, now) => o.Offer(LeadChoice.ByHand(PartnerId.New(now)), now + s_time, now), s => s is Offered or Accepted ? null : Offered),
        new("accept", o => o.CanAccept(o.PartnerId ?? s_asked, Now(o)), (o, now) => o.Accept(o.PartnerId ?? s_asked, now), s => s == Offered ? Accepted : null),
        new("accept another's", o => o.CanAccept(s_asked, Now(o)), (o, now) => o.Accept(s_asked, now), _ => null),
        new("accept too late", o => o.CanAccept(o.PartnerId ?? s_asked, s_over), (o, _) => o.Accept(o.PartnerId ?? s_asked, s_over), _ => null),
        new("decline", o => o.CanDecline(o.PartnerId ?? s_asked, Now(o)), (o, now) => o.Decline(o.PartnerId ?? s_asked, LeadDeclineReason.Spam, null, now), s => s == Offered ? Open : null),
        new("lapse", o => o.CanLapse(s_over), (o, _) => o.Lapse(s_over), s => s == Offered ? Open : null),
        new("lapse too early", o => o.CanLapse(Now(o)), (o, now) => o.Lapse(now), _ => null),
        new("exhaust", o => o.CanExhaust(), (o, now) => o.Exhaust(now), s => s is Offered or Accepted ? null : Exhausted),
        new("withdraw", o => o.CanWithdraw(), (o, now) => o.Withdraw(now), s => s is Accepted or Withdrawn ? null : Withdrawn));

    [Fact]
    [Trait("Check", "PR-02")]
    public void Decline_IsRemembered_ForThatLead()
    {
        var now = Instant.FromUtc(2026, 6, 1, 8, 0);
        var offering = new LeadOffering(LeadOfferingId.New(now), LeadId.New(now), new LeadPlace(null, null, null, null), 1, now);
        offering.Offer(LeadChoice.ByHand(s_asked), now + s_time, now);
        offering.Decline(s_asked, LeadDeclineReason.Contacted, "They bought elsewhere", now);
        offering.CanOffer(s_asked).Code.Should().Be("LeadOfferDeclined");
        offering.Exhaust(now);
        offering.CanOffer(s_asked).Code.Should().Be("LeadOfferDeclined");
        offering.Asked.Should().Equal(s_asked);
    }

    private static Instant Now(LeadOffering offering) => offering.BegunAt;
}
