using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Service;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What signed-in customers do in the portal.</summary>
internal static class PortalDoorServices
{
    public static void AddPortalDoors(this IServiceCollection services)
    {
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.CaseFollowing);
        services.AddSingleton(new MessageNames([CaseAnswerNotices.Number, CaseAnswerNotices.Subject]));
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ICrmEventHandler<CaseReplied>, CaseAnswerNotices>());
        services.TryAddScoped<PortalCases>();
        services.TryAddScoped<PortalOrders>();
        services.TryAddScoped<PortalSubscriptions>();
        services.TryAddScoped<PortalVisits>();
        services.TryAddScoped<PortalActivity>();
    }
}
