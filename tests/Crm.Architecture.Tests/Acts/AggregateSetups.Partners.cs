using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Architecture.Tests.Acts;

/// <summary>Set-ups of partners.</summary>
internal static partial class AggregateSetups
{
    private static readonly PartnerId s_partner = PartnerId.New(s_now);
    private static readonly PartnerAccountId s_account = PartnerAccountId.New(s_now);
    private static readonly Instant s_end = s_now + Duration.FromDays(300);
    private static readonly DealRegistrationDetails s_deal = new("Kettles", "Acme", s_day, s_day.PlusMonths(3), [new("KETTLE", 1, 30)]);

    private static IReadOnlyList<AggregateSetup> Partners =>
    [
        AggregateSetup.Of(() => new Partner(s_partner, s_customer, "Kettle & Sons", new PartnerSettings(), s_now))
            .Before<Partner>(nameof(Partner.Configure), _ => ["Kettle & Daughters", new PartnerSettings { Weight = 3 }, s_now])
            .Before<Partner>(nameof(Partner.Activate), p => p.Deactivate("unpaid", s_now))
            .Before<Partner>(nameof(Partner.Invite), _ => [s_account, "Bea", PartnerAccountRole.Member, "hash", Duration.FromHours(1), s_now])
            .Before<Partner>(nameof(Partner.CanAccept), Invited)
            .Before<Partner>(nameof(Partner.Accept), p =>
            {
                Invited(p);
                return [s_account, "bea", s_now];
            })
            .Before<Partner>(nameof(Partner.CanEndAccount), p =>
            {
                Invited(p);
                return [s_account];
            })
            .Before<Partner>(nameof(Partner.EndAccount), Invited),
        AggregateSetup.Of(() => new LeadOffering(LeadOfferingId.New(s_now), LeadId.New(s_now), new LeadPlace(null, null, null, null), 1, s_now))
            .Before<LeadOffering>(nameof(LeadOffering.Offer), _ => [LeadChoice.ByHand(s_partner), s_now + Duration.FromDays(1), s_now])
            .Before<LeadOffering>(nameof(LeadOffering.CanAccept), Asked)
            .Before<LeadOffering>(nameof(LeadOffering.Accept), Asked)
            .Before<LeadOffering>(nameof(LeadOffering.CanDecline), Asked)
            .Before<LeadOffering>(nameof(LeadOffering.Decline), o =>
            {
                Asked(o);
                return [s_partner, LeadDeclineReason.Spam, null, s_now];
            })
            .Before<LeadOffering>(nameof(LeadOffering.CanLapse), o =>
            {
                Asked(o);
                return [s_now + Duration.FromDays(1)];
            })
            .Before<LeadOffering>(nameof(LeadOffering.Lapse), o =>
            {
                Asked(o);
                return [s_now + Duration.FromDays(1)];
            }),
        AggregateSetup.Of(() => new DealRegistration(DealRegistrationId.New(s_now), s_partner, s_deal, s_now))
            .Before<DealRegistration>(nameof(DealRegistration.Review), d => d.Submit(s_now))
            .Before<DealRegistration>(nameof(DealRegistration.Identify), d => d.Submit(s_now))
            .Before<DealRegistration>(nameof(DealRegistration.Return), Reviewed)
            .Before<DealRegistration>(nameof(DealRegistration.Reject), d => d.Submit(s_now))
            .Before<DealRegistration>(nameof(DealRegistration.MarkDuplicate), d => d.Submit(s_now))
            .Before<DealRegistration>(nameof(DealRegistration.RequestApproval), d =>
            {
                Reviewed(d);
                return [new[] { "bob" }, s_now];
            })
            .Before<DealRegistration>(nameof(DealRegistration.CanDecide), d =>
            {
                Requested(d);
                return ["bob"];
            })
            .Before<DealRegistration>(nameof(DealRegistration.CanApprove), d =>
            {
                Requested(d);
                return ["bob", s_end, s_now];
            })
            .Before<DealRegistration>(nameof(DealRegistration.Approve), d =>
            {
                Requested(d);
                return ["bob", s_end, s_now];
            })
            .Before<DealRegistration>(nameof(DealRegistration.Refuse), d =>
            {
                Requested(d);
                return ["bob", "no", s_now];
            })
            .Before<DealRegistration>(nameof(DealRegistration.AskExtension), d =>
            {
                Approved(d);
                return [s_deal.Through.PlusMonths(2), s_now];
            })
            .Before<DealRegistration>(nameof(DealRegistration.Expire), d =>
            {
                Approved(d);
                return [s_end];
            })
            .Before<DealRegistration>(nameof(DealRegistration.Convert), Approved),
        AggregateSetup.Of(() => new RecordShare(RecordShareId.New(s_now), s_partner, new SubjectReference(SubjectKinds.Case, s_reader), s_customer, ShareAccess.Edit, null, "ada", s_now)),
        AggregateSetup.Of(() => new PartnerFact(PartnerFactId.New(s_now), s_partner, new PartnerFactDetails(PartnerFactKind.Payout, new Money(5, Currency.Eur), "Commission", s_day, s_day), s_now)),
    ];

    private static void Reviewed(DealRegistration deal)
    {
        deal.Submit(s_now);
        deal.Review(s_now);
        deal.Identify(s_customer, s_now);
    }

    private static void Requested(DealRegistration deal)
    {
        Reviewed(deal);
        deal.RequestApproval(["bob"], s_now);
    }

    private static void Approved(DealRegistration deal)
    {
        Requested(deal);
        deal.Approve("bob", s_end, s_now);
    }

    private static object?[] Invited(Partner partner)
    {
        partner.Invite(s_account, "Bea", PartnerAccountRole.Member, "hash", Duration.FromHours(1), s_now);
        return [s_account, s_now];
    }

    private static object?[] Asked(LeadOffering offering)
    {
        offering.Offer(LeadChoice.ByHand(s_partner), s_now + Duration.FromDays(1), s_now);
        return [s_partner, s_now];
    }
}
