using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Partners;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The stores of business partners, and what comes due there.</summary>
internal static class PartnerStores
{
    public static void AddPartnerStores(this IServiceCollection services)
    {
        services.TryAddScoped<IPartnerStore, PartnerStore>();
        services.TryAddScoped<ILeadOfferingStore, LeadOfferingStore>();
        services.TryAddScoped<IOfferedLeads, OfferedLeads>();
        services.TryAddScoped<IDealRegistrationStore, DealRegistrationStore>();
        services.TryAddScoped<IRecordShareStore, RecordShareStore>();
        services.TryAddScoped<ISharedRecords, SharedRecords>();
        services.TryAddScoped<IPartnerReportQueries, PartnerReportQueries>();
        services.TryAddScoped<IDealMarket>(s => new DealMarket(s.GetRequiredService<CrmDb>(), s, s.GetRequiredService<CrmErrorDescriber>()));
        services.TryAddEnumerable([ServiceDescriptor.Singleton<IDueWork, LeadOffersDue>(), ServiceDescriptor.Singleton<IDueWork, DealsDue>()]);
    }
}
