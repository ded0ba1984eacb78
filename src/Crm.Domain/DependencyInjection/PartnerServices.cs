using Crm.Domain.Partners;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The services of business partners.</summary>
internal static class PartnerServices
{
    public static void AddPartners(this IServiceCollection services)
    {
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.Partners);
        services.TryAddScoped<PartnerDirectory>();
        services.TryAddScoped<PartnerAccounts>();
        services.TryAddScoped<PartnerPrincipals>();
        services.TryAddScoped<LeadOffers>();
        services.TryAddScoped<PartnerLeads>();
        services.TryAddScoped<DealReviews>();
        services.TryAddScoped<DealApprovals>();
        services.TryAddScoped<PartnerDeals>();
        services.TryAddScoped<RecordShares>();
        services.TryAddScoped<PartnerPortal>();
        services.TryAddScoped<PartnerReports>();
    }
}
