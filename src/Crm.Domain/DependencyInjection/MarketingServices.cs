using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The services of marketing.</summary>
internal static class MarketingServices
{
    public static void AddMarketing(this IServiceCollection services)
    {
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.Marketing);
        services.TryAddScoped<Segments>();
        services.TryAddScoped<SegmentLists>();
        services.TryAddScoped<SegmentMembers>();
        services.TryAddScoped<SegmentRefresh>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ICustomerMergeParticipant, SegmentMerging>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRelatedFields, SegmentFields>());
        services.TryAddScoped<Suppression>();
        AddJourneys(services);
    }

    private static void AddJourneys(IServiceCollection services)
    {
        services.TryAddScoped<Journeys>();
        services.TryAddScoped<JourneyRuns>();
        services.TryAddScoped<JourneyReports>();
        services.TryAddScoped<JourneyRunner>();
        services.TryAddScoped<JourneyIntake>();
        services.TryAddScoped<JourneyReactions>();
        services.TryAddScoped<IRecipientZones, CountryZones>();
        services.TryAddScoped<IJourneySending, JourneySending>();
        services.TryAddEnumerable([
            ServiceDescriptor.Scoped<IRuleAction, EnterJourneyAction>(), ServiceDescriptor.Scoped<IRuleAction, AddToListAction>(), ServiceDescriptor.Scoped<IRuleAction, RemoveFromListAction>()]);
    }
}
