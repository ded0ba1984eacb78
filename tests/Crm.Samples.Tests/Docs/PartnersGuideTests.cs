using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/partners.md says.</summary>
public sealed class PartnersGuideTests
{
    [Fact]
    [Trait("Check", "PR-03")]
    [Trait("Check", "PR-04")]
    [Trait("Check", "PR-06")]
    public async Task Partner_TakesALead_AndRegistersADeal()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync(PartnersGuide.Settle);
        var customers = host.Get<CustomerDirectory>();
        var (reseller, hotel) = ((await customers.RegisterAsync(new NewCustomer { OrganisationName = "Kettle & Sons" })).Value, (await customers.RegisterAsync(new NewCustomer { OrganisationName = "Hotel Aurora" })).Value);
        await host.SaveAsync();
        var token = (await PartnersGuide.RegisterAsync(host.Get<PartnerDirectory>(), host.Get<PartnerAccounts>(), reseller.Id)).Value.Token;
        var lead = (await host.Get<LeadDesk>().ReceiveAsync(new LeadDetails
        {
            Organisation = "Prospect", Email = EmailAddress.Parse("lea@prospect.example"), Description = "For our eyes", Address = new PostalAddress(null, null, null, "Milano", "Lombardia", Country.FromCode("IT")),
        })).Value;
        await host.SaveAsync();
        (await host.Get<PartnerAccounts>().AcceptAsync(token, "bea")).WithoutValue().ThrowIfFailed();
        (await PartnersGuide.OfferAsync(host.Get<LeadOffers>(), lead.Id, new GeoPoint(45.5, 9.2))).Should().MatchRegex("^Near: number [0-4] of 5 among 1$");
        await host.SaveAsync();

        DealRegistrationId deal;
        await using (var partner = host.As((await PartnersGuide.ScopeAsync(host.Get<PartnerPrincipals>(), "bea")).Actor))
        {
            var leads = partner.ServiceProvider.GetRequiredService<PartnerLeads>();
            (await leads.AcceptAsync(lead.Id)).WithoutValue().ThrowIfFailed();
            (await leads.FindAsync(lead.Id))!.Should().Match<PartnerLead>(l => l.IsTaken && l.Email == "lea@prospect.example" && l.Description == null);
            deal = (await PartnersGuide.DraftAsync(partner.ServiceProvider.GetRequiredService<PartnerDeals>())).Value.Id;
            (await partner.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
        }

        (await PartnersGuide.RequestAsync(host.Get<DealReviews>(), host.Get<DealApprovals>(), deal, hotel.Id)).Value.NextApproverId.Should().Be("channel-manager");
        var partnerId = (await host.Get<PartnerDirectory>().FindAsync("Kettle & Sons"))!.Id;
        var opened = (await host.Get<ServiceDesk>().OpenAsync(new CaseDetails(hotel.Id, "Leaks"))).Value;
        await host.SaveAsync();
        (await PartnersGuide.ShareAsync(host.Get<RecordShares>(), partnerId, opened.Id, host.Get<CrmActs>().Now)).WithoutValue().ThrowIfFailed();
        (await PartnersGuide.ReportAsync(host.Get<PartnerReports>(), partnerId, host.Get<CrmActs>().Now + NodaTime.Duration.FromDays(1))).Should().Be("1 of 1 leads taken, won: nothing closed");
        (await PartnersGuide.ScopeAsync(host.Get<PartnerPrincipals>(), "nobody")).Actor.Kind.Should().Be(ActorKind.Guest);
    }
}
