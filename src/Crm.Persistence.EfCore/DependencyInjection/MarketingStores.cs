using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Marketing;
using Crm.Persistence.EfCore.Outbox;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The stores of marketing, and what comes due there.</summary>
internal static class MarketingStores
{
    public static void AddMarketingStores(this IServiceCollection services)
    {
        services.TryAddSingleton<SegmentChanges>();
        services.TryAddScoped<ISegmentStore, SegmentStore>();
        services.TryAddScoped<ISegmentQueries, SegmentQueries>();
        services.TryAddScoped<ISegmentRefreshStore, SegmentRefreshStore>();
        services.TryAddScoped<ISendingLedger, SendingLedger>();
        services.TryAddScoped<IJourneyStore, JourneyStore>();
        services.TryAddScoped<IJourneyRunStore, JourneyRunStore>();
        services.TryAddScoped<IJourneyQueries, JourneyQueries>();
        services.TryAddSingleton<IJourneyRounds, JourneyRounds>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEventFollower, EventJourneys>());
        services.TryAddScoped<ICampaignStore, CampaignStore>();
        services.TryAddScoped<ICampaignRunStore, CampaignRunStore>();
        services.TryAddScoped<ICampaignResponseStore, CampaignResponseStore>();
        services.TryAddScoped<CampaignRevenueSource>();
        services.TryAddScoped<ICampaignQueries, CampaignQueries>();
        services.TryAddScoped<ISignUpFormStore, SignUpFormStore>();
        services.TryAddScoped<ISignUpStore, SignUpStore>();
        services.TryAddEnumerable([
            ServiceDescriptor.Singleton<IDueWork, SegmentsDue>(), ServiceDescriptor.Singleton<IDueWork, JourneysDue>(), ServiceDescriptor.Singleton<IDueWork, CampaignsDue>(),
            ServiceDescriptor.Singleton<IDueWork, CampaignMessagesDue>(), ServiceDescriptor.Singleton<IDueWork, SignUpsDue>()]);
    }
}
