using Crm.Domain.Partners;
using Crm.Domain.Sales;
using NodaTime;

namespace Crm.Architecture.Tests.Acts;

/// <summary>Set-ups of partners.</summary>
internal static partial class AggregateSetups
{
    private static readonly PartnerId s_partner = PartnerId.New(s_now);
    private static readonly PartnerAccountId s_account = PartnerAccountId.New(s_now);

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
    ];

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
