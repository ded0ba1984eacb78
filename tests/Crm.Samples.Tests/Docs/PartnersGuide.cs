using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/partners.md.</summary>
internal static class PartnersGuide
{
    // docs: partners-options
    public static void Settle(CrmOptions options)
    {
        options.Partners.LeadOfferTime = Duration.FromHours(24);
        options.Partners.DealApprovers.Add("channel-manager");
        options.Partners.LeadFields.Remove(PartnerLeadField.Description);
    }
    // docs: end

    // docs: partners-register
    /// <summary>A reseller of northern Italy with its first account. The caller saves, and mails the token.</summary>
    public static async Task<CrmResult<IssuedPartnerInvitation>> RegisterAsync(PartnerDirectory directory, PartnerAccounts accounts, CustomerId organisation)
    {
        var registered = await directory.RegisterAsync(organisation, settings: new PartnerSettings
        {
            Types = [PartnerType.Reseller, PartnerType.Service],
            Weight = 5,
            Location = new GeoPoint(45.46, 9.19),
            Areas = [new() { Country = Country.FromCode("IT"), Region = "Lombardia" }, new() { Country = Country.FromCode("IT"), PostalPrefix = "10" }],
        });
        if (!registered.TryGetValue(out var partner))
        {
            return CrmResult<IssuedPartnerInvitation>.Failed(registered.Errors);
        }

        var graded = await directory.GradeAsync(partner.Id, "silver");
        return graded.Succeeded ? await accounts.InviteAsync(partner.Id, "Bea", PartnerAccountRole.Administrator) : CrmResult<IssuedPartnerInvitation>.Failed(graded.Errors);
    }
    // docs: end

    // docs: partners-sign-in
    /// <summary>What a host does at every request of somebody it has authenticated.</summary>
    public static async Task<CrmScope> ScopeAsync(PartnerPrincipals principals, string principalId) =>
        new(await principals.ResolveAsync(principalId) ?? Actor.Guest);
    // docs: end

    // docs: partners-lead
    /// <summary>Asks a partner about a lead, drawn by area and weight, and says how it was drawn. The caller saves.</summary>
    public static async Task<string> OfferAsync(LeadOffers offers, LeadId lead, GeoPoint? at)
    {
        var offering = (await offers.OfferAsync(lead, point: at)).Value;
        var offer = offering.Offers[^1];
        return FormattableString.Invariant($"{offer.Reach}: number {offer.Number} of {offer.Candidates.Sum(c => (long)c.Weight)} among {offer.Candidates.Count}");
    }
    // docs: end

    // docs: partners-deal
    /// <summary>A partner registers a deal for the summer. The caller saves.</summary>
    public static async Task<CrmResult<PartnerDeal>> DraftAsync(PartnerDeals deals)
    {
        var drafted = await deals.DraftAsync(new DealRegistrationDetails(
            "Kettles for the new hotel", "Hotel Aurora", new LocalDate(2026, 6, 1), new LocalDate(2026, 8, 31), [new DealLineDetails("KETTLE", 40, 28.50m)]) { Contact = "buyer@aurora.example" });
        return drafted.TryGetValue(out var deal) ? await deals.SubmitAsync(deal.Id) : drafted;
    }
    // docs: end

    // docs: partners-approve
    /// <summary>The staff says who the prospect is and asks two approvers. The caller saves.</summary>
    public static async Task<CrmResult<DealRegistration>> RequestAsync(DealReviews reviews, DealApprovals approvals, DealRegistrationId deal, CustomerId customer)
    {
        var begun = await reviews.BeginAsync(deal);
        var identified = begun.Succeeded ? await reviews.IdentifyAsync(deal, customer) : begun;
        return identified.Succeeded ? await approvals.RequestAsync(deal, ["channel-manager", "sales-director"]) : identified;
    }
    // docs: end

    // docs: partners-share
    /// <summary>The maker of a product helps with a case for a week. The caller saves.</summary>
    public static Task<CrmResult<RecordShare>> ShareAsync(RecordShares shares, PartnerId supplier, ServiceCaseId serviceCase, Instant now) =>
        shares.ShareAsync(supplier, serviceCase.ToSubject(), ShareAccess.Comment, now + Duration.FromDays(7));
    // docs: end

    // docs: partners-report
    /// <summary>What a partner did by the end of a day, in a line.</summary>
    public static async Task<string> ReportAsync(PartnerReports reports, PartnerId partner, Instant asOf)
    {
        var report = (await reports.PerformanceAsync(partner, asOf)).Value;
        var rate = report.WinRate is { } won ? FormattableString.Invariant($"{won:P0} of {report.Won + report.Lost}") : "nothing closed";
        return FormattableString.Invariant($"{report.Accepted} of {report.Offers} leads taken, won: {rate}");
    }
    // docs: end
}
